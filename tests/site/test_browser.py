"""The site in a real browser: read, searched, printed, by keyboard, in light and in dark."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import url_contains
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from tests.site import audit, browser

pytestmark = pytest.mark.xdist_group("browser")

SECONDS = 60
Open = Callable[[str], WebDriver]


@pytest.fixture
def open_page(driver: WebDriver, handful: Path) -> Open:
    def open_page(page: str) -> WebDriver:
        browser.emulate(driver)
        driver.get(browser.address(handful, page))
        return driver

    return open_page


def shown(driver: WebDriver, selector: str) -> list[WebElement]:
    return [
        found for found in driver.find_elements(By.CSS_SELECTOR, selector) if found.is_displayed()
    ]


def claims_shown(driver: WebDriver) -> list[str]:
    return [row.text for row in shown(driver, "tr[data-chapter] th")]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("site", ["handful", "plotted"])
def test_no_page_has_a_fault(
    site: str, dark: bool, driver: WebDriver, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(site)
    names = list(audit.read(folder))
    assert len(names) > 3
    assert list(audit.faults_in_browser(driver, folder, names, dark=dark)) == []


def test_dark_is_dark(open_page: Open) -> None:
    def paper() -> str:
        return driver.find_element(By.TAG_NAME, "body").value_of_css_property("background-color")

    driver = open_page("index.html")
    light = paper()
    browser.emulate(driver, dark=True)
    assert paper() != light


def test_a_search_from_the_overview_shows_the_claims_that_hold_all_its_words(
    open_page: Open,
) -> None:
    driver = open_page("index.html")
    driver.find_element(By.NAME, "q").send_keys("mean square DISTANCE", Keys.ENTER)
    WebDriverWait(driver, SECONDS).until(url_contains("claims.html?q="))
    assert claims_shown(driver) == ["1.01/variance"]
    assert driver.find_element(By.CSS_SELECTOR, "[role=status]").text == "1 of 10 claims"


def test_a_filter_shows_what_stands_so_and_hides_empty_chapters(open_page: Open) -> None:
    driver = open_page("claims.html")
    assert len(claims_shown(driver)) == 10
    Select(driver.find_element(By.NAME, "standing")).select_by_visible_text("drift")
    assert claims_shown(driver) == ["S1.common-values/tie"]
    assert [heading.text for heading in shown(driver, "h2")] == ["Chapter 1"]
    Select(driver.find_element(By.NAME, "chapter")).select_by_visible_text("2")
    assert claims_shown(driver) == []
    assert driver.find_element(By.CSS_SELECTOR, "[role=status]").text == "0 of 10 claims"


def test_a_count_of_the_overview_leads_to_the_claims_it_counts(open_page: Open) -> None:
    driver = open_page("index.html")
    driver.find_element(By.CSS_SELECTOR, 'a[aria-label="1 unverified in chapter 2"]').click()
    WebDriverWait(driver, SECONDS).until(url_contains("standing=unverified"))
    assert claims_shown(driver) == ["2.02/storms"]


def test_the_errata_are_filtered_by_kind(open_page: Open) -> None:
    driver = open_page("errata.html?kind=erratum")
    assert [card.text.split()[0] for card in shown(driver, "article h3")] == ["1.01/variance"]


def test_a_link_to_a_claim_shows_it(open_page: Open) -> None:
    driver = open_page("units/1.01.html#variance")
    card = driver.find_element(By.CSS_SELECTOR, ":target")
    assert "1.01/variance" in card.text
    assert "1.6" in card.text
    top = driver.execute_script("return arguments[0].getBoundingClientRect().top", card)
    assert 0 <= top < driver.execute_script("return innerHeight")


def test_the_keyboard_reaches_the_content_and_every_control(open_page: Open) -> None:
    driver = open_page("claims.html")
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    skip = driver.switch_to.active_element
    assert skip.text == "Skip to the content"
    assert skip.is_displayed()
    skip.send_keys(Keys.ENTER)
    reached = []
    for _ in range(5):
        driver.switch_to.active_element.send_keys(Keys.TAB)
        control = driver.switch_to.active_element
        reached.append(control.get_attribute("name") or control.tag_name)
        assert control.value_of_css_property("outline-style") != "none"
    assert reached == ["q", "standing", "chapter", "tier", "button"]


def test_without_scripts_everything_is_there_but_the_forms(
    plain_driver: WebDriver, handful: Path
) -> None:
    plain_driver.get(browser.address(handful, "claims.html?standing=drift"))
    assert len(claims_shown(plain_driver)) == 10
    assert shown(plain_driver, "form") == []
    plain_driver.get(browser.address(handful, "units/2.01.html"))
    assert shown(plain_driver, "svg")
    assert shown(plain_driver, "pre")


def test_on_paper_there_is_the_content_and_nothing_to_press(open_page: Open) -> None:
    driver = open_page("units/2.01.html")
    browser.emulate(driver, dark=True, medium="print")
    assert shown(driver, "article")
    assert shown(driver, "header, form, .skip, .neighbours") == []
    body = driver.find_element(By.TAG_NAME, "body")
    assert body.value_of_css_property("color") == "rgba(0, 0, 0, 1)"


def test_on_a_narrow_screen_nothing_is_cut_off(open_page: Open) -> None:
    driver = open_page("units/1.01.html")
    narrow = {"width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", narrow)
    try:
        assert driver.execute_script("return document.documentElement.scrollWidth") <= 320
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_every_plot_is_drawn_and_says_what_it_shows(driver: WebDriver, plotted: Path) -> None:
    driver.get(browser.address(plotted, "units/7.04.html"))
    drawings = shown(driver, "figure svg")
    assert len(drawings) > 3
    for drawing in drawings:
        assert drawing.size["height"] > 50
        assert drawing.get_attribute("aria-label")
    for figure in shown(driver, "figure"):
        assert figure.find_element(By.TAG_NAME, "figcaption").text
        figure.find_element(By.TAG_NAME, "summary").click()
        assert figure.find_element(By.CSS_SELECTOR, "tbody tr").is_displayed()
