# dlw-corpus: units=A4.01 needs=alice,punkt,stopwords seconds=8
# activity 4.01 -- prints the results, keeps nothing in the module
import string

import nltk


def without(tokens, unwanted):
    return [token for token in tokens if token not in unwanted]


def main():
    raw = nltk.corpus.gutenberg.raw("carroll-alice.txt").lower()
    context = ["--", "said"]
    print(context)
    unwanted = {*string.punctuation, *nltk.corpus.stopwords.words("english"), *context}
    cleaned = [without(nltk.word_tokenize(s), unwanted) for s in nltk.sent_tokenize(raw)]
    print(cleaned[:2])
    porter = nltk.PorterStemmer()
    stems = [[porter.stem(token) for token in sentence] for sentence in cleaned]
    print(stems[:5])


main()
