# dlw-corpus: units=1.02 loses=1.02/x,1.02/y,1.02/result seconds=1
# Exercise 1.02, plain Python
X = 4
Y = 3
C = 2
result = X * X * Y + Y + C
print(result)
