"""Summary: the recurrent network and the convolution against what needs no network at all."""

import numpy as np

from reference.chapter5 import exercise_5_03, exercise_5_04
from reference.chapter5.forecasts import SEEDS, root_mean_square, trials, unpadded
from reference.chapter5.section_preparing_the_data import Prices, prepare
from reference.stages import stage


def rmse_of_least_squares(prices: Prices) -> float:
    """Test error of an autoregression: ten weights and a constant, fitted to the training days."""
    days = unpadded(prices.train_features, prices.train_targets)
    unseen = unpadded(prices.test_features, prices.test_targets)
    x, x_unseen = (np.insert(features, 0, 1, axis=1) for features, _ in (days, unseen))
    weights = np.linalg.lstsq(x, days[1], rcond=None)[0]
    return root_mean_square(x_unseen @ weights - unseen[1])


@stage(tier="train", needs=("aapl",))
def over_seeds() -> dict[str, object]:
    recurrent = trials(exercise_5_03.CORE, "aapl", SEEDS)
    convolution = trials(exercise_5_04.CORE, "aapl", SEEDS)
    return {
        "rmse_test_of_least_squares": np.full(SEEDS, rmse_of_least_squares(prepare("aapl"))),
        "rmse_test_unpadded_recurrent": recurrent.rmse_test_unpadded,
        "log_rmse_test_recurrent": np.log(recurrent.rmse_test),
        "log_rmse_test_convolution": np.log(convolution.rmse_test),
    }
