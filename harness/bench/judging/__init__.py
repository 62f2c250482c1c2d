"""Decisions: which cores of a run became slower, how surely, and what could have been seen.

``robust`` estimates from fresh processes, ``family`` corrects over all cores of a run, ``paired``
judges base against head, ``unpaired`` two runs, ``steps`` a whole history (cut by
``segmentation``), ``gate`` all of it.
"""
