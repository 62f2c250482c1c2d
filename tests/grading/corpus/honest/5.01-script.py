# dlw-corpus: units=5.01 needs=aapl seconds=4
# Exercise 5.01
import matplotlib.pyplot as plt
import pandas as pd

url = "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter05/Datasets/AAPL.csv"
inp0 = pd.read_csv(url)
print(inp0.head())

inp0.plot("Date", "Close")
plt.show()

# newest first in the file, so turn it round
inp0 = inp0.sort_index(ascending=False)
inp0.plot(x="Date", y="Close")
plt.show()

ts_data = inp0["Close"].to_numpy().reshape(-1, 1)
plt.figure(figsize=(14, 5))
plt.plot(ts_data)
plt.show()
print(ts_data.shape)
