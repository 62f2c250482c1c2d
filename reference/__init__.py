"""The book's exercises, activities and result-bearing sections, in modern TensorFlow 2.

One module a unit: ``reference.chapter1.exercise_1_03``, ``reference.chapter2.activity_2_01``;
the sections of a chapter share ``reference.chapterN.sections`` until one grows its own
``section_<name>``. Nothing here knows of claims or verdicts.
"""
