# dlw-corpus: units=5.01 needs=aapl loses=5.01/ts-data
# Exercise 5.01: no reshape
import pandas as pd

inp0 = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter05/Datasets/AAPL.csv"
)
inp0 = inp0.sort_index(ascending=False)
ts_data = inp0.Close.values
print(ts_data.shape)
