"""What teachers and students are given: one module a format, each made of ``Graded`` alone.

Of one submission: ``as_json``, ``as_junit``, ``as_markdown``, ``as_html``, ``gradescope`` and
``nbgrader``; ``folder`` writes them. Of a class: ``class_csv`` and ``class_summary``, which keep
counters and one short row a submission, never the results; ``class_report`` renders the summary.
``live`` shows a running grading.

The same result gives the same bytes, but for ``seconds`` (see ``docs/formats.md``).
"""
