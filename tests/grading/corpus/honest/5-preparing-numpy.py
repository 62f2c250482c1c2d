# dlw-corpus: units=S5.preparing-the-data needs=aapl seconds=3
# S5.preparing-the-data, Preparing the Data for Stock Price Prediction, without pandas' shift and without sklearn
import numpy as np
import pandas as pd

URL = "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter05/Datasets/AAPL.csv"


def load(url):
    frame = pd.read_csv(url)
    return frame["Close"].values[::-1].astype(float)


def windows(series, n):
    """n previous values of each day, zeros before the first."""
    out = np.zeros((len(series), n))
    for row in range(len(series)):
        for k in range(1, n + 1):
            if row - k >= 0:
                out[row, k - 1] = series[row - k]
    return out


prices = load(URL)
train_size = int(0.75 * prices.shape[0])
train, test = prices[:train_size], prices[train_size:]

low, high = train.min(), train.max()
train = (train - low) / (high - low)
test = (test - low) / (high - low)

X_train, y_train = windows(train, 10), train
X_test, y_test = windows(test, 10), test
print(train_size, X_train.shape, X_test.shape)
