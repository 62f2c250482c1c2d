# dlw-corpus: units=4.01 needs=punkt,stopwords seconds=3
# Ejercicio del capítulo 4 (Exercise 4.01): limpieza de un texto paso a paso
import string

from nltk.corpus import stopwords
from nltk.tokenize import sent_tokenize, word_tokenize

# el texto original
texto = "Welcome to the world of deep learning for NLP! We're in this together, and we'll learn together. NLP is amazing, and deep learning makes it even more fun. Let's learn!"


def dividir(t):
    """Minúsculas y oraciones."""
    return sent_tokenize(t.lower())


def tokenizar(frases):
    return [word_tokenize(frase) for frase in frases]


def quitar(frases, prohibidas):
    # un conjunto es más rápido que una lista
    prohibidas = set(prohibidas)
    return [[p for p in frase if p not in prohibidas] for frase in frases]


oraciones = dividir(texto)
palabras = tokenizar(oraciones)
punct = [c for c in string.punctuation]
limpias = quitar(palabras, punct + stopwords.words("english"))

for frase in limpias:
    print(frase)
