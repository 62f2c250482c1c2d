"""Commands that only look: they run nothing and say what they know."""

from tests.command_line import Dlw


def test_list_filters_by_ledger_and_counts(dlw: Dlw) -> None:
    result = dlw("list", "1.02", "--ledger", "erratum")
    assert result.code == 0
    assert "erratum]" in result.out
    assert result.out.splitlines()[0].startswith("1.02  ")


def test_list_filters_by_need(dlw: Dlw) -> None:
    assert all(
        "mnist" in line
        for line in dlw("list", "--needs", "mnist").out.splitlines()
        if line.startswith("  ")
    )


def test_show_says_how_to_measure_and_then_what_was_measured(dlw: Dlw) -> None:
    before = dlw("show", "1.03/c1").out
    assert "not yet; run `dlw verify 1.03/c1 --tier fast`" in before
    dlw("verify", "1.03")
    after = dlw("show", "1.03/c1").out
    assert "confirmed" in after
    assert "fixtures/claims/chapter1/1.03.toml:" in after


def test_doctor_counts_what_a_lack_costs(dlw: Dlw) -> None:
    assert "claims need it" in dlw("doctor").out


def test_data_list_names_licence_and_state(dlw: Dlw) -> None:
    result = dlw("data", "list")
    assert "CC BY 4.0" in result.out
    assert "mnist" in result.out


def test_data_check_finds_the_samples_sound(dlw: Dlw) -> None:
    result = dlw("data", "check", "iris", "sonar")
    assert (result.code, result.out.count("content as registered")) == (0, 2)
