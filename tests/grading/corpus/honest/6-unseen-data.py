# dlw-corpus: units=S6.unseen-data needs=imdb-word-index seconds=5
# Making Predictions on Unseen Data, S6.unseen-data (only the pipeline, not the model)
from tensorflow.keras.datasets import imdb
from tensorflow.keras.preprocessing.text import text_to_word_sequence

vocab_size = 8000
word_map = imdb.get_word_index()

by_rank = sorted(word_map.items(), key=lambda pair: pair[1])
vocab_map = dict(by_rank[:vocab_size])
print(len(vocab_map))


def preprocess(review):
    return [vocab_map.get(token) for token in text_to_word_sequence(review)]


print(preprocess("An excellent movie!"))
