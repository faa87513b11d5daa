"""The metrics with readings, one that contradicts the answers, and one that cannot be read."""

from tests.looks.waiting import resting


def take(one, keep):
    one.go("metrics")
    resting()
    keep("metrics")
    page = one.page("metrics")
    for hit in page.presenter.hits:
        if hit.metrics:
            page.view.choose(hit.metrics[0])
            keep("metrics-contradiction")
            break
    page.view.choose("M04")
    page.form.low.setText("1,250")
    page.flush()
    keep("metrics-unread")
    page.form.low.setText("")
    page.flush()
