"""How the one percent of false alarms that a whole run may give is shared out.

The bound on the sum holds whatever the dependence between the families (Bonferroni).
"""

PAIRED = 0.005  # base against head, all cores together
QUALITY = 0.002  # what the trainings reached, all cores together
LAST = 0.001  # against the last run
PINNED = 0.001  # against the pinned baseline
STEPS = 0.001  # steps in the history
RUN = PAIRED + QUALITY + LAST + PINNED + STEPS

POWER = 0.95  # at which the smallest detectable change is given
SUSPECT = 0.05  # a core below it, uncorrected, is measured again
TOLERANCE = 0.01  # a slowdown up to it is none: layout of memory and code alone makes as much
