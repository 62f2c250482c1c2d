"""Other Notable Approaches to Word Embeddings: FastText looks inside the words."""

from gensim.models import FastText, Word2Vec

from reference.attempts import attempt

SENTENCES = [["the", "rabbit", "hole", "is", "deep"]] * 5


def run() -> dict[str, object]:
    fasttext, word2vec = FastText(SENTENCES, bucket=1000), Word2Vec(SENTENCES)
    return {
        "vector_of_unseen_word_by_fasttext": attempt(lambda: fasttext.wv["rabbits"]),
        "vector_of_unseen_word_by_word2vec": attempt(lambda: word2vec.wv["rabbits"]),
    }
