"""The lines of the post's network beside those of today, and where in the window what they do is seen."""

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from core.words import mark, said, say
from gui.look import parts

LINES = (  # the post's, today's, the place
    ("tf.placeholder(float, [None, 784])", "def step(images, labels): ...", mark("One step: the image")),
    (
        "tf.Variable(tf.random_normal([784, 10]))",
        "tf.Variable(tf.random.normal([784, 10]))",
        mark("Weights: ten pictures of 784 numbers"),
    ),
    ("tf.Variable(tf.zeros([10]))", "tf.Variable(tf.zeros([10]))", mark("Weights: the bias beneath a picture")),
    ("tf.matmul(images, weights) + bias", "images @ weights + bias", mark("One step: the logits; Why: one of them")),
    (
        "tf.nn.softmax_cross_entropy_with_logits",
        "tf.nn.softmax_cross_entropy_with_logits",
        mark("One step: what each image costs"),
    ),
    ("tf.reduce_mean(...)", "tf.reduce_mean(...)", mark("Cost: a point of the curve")),
    (
        "GradientDescentOptimizer(0.01).minimize",
        "tf.GradientTape, weights.assign_sub",
        mark("One step: the gradient; Rate: 0.01"),
    ),
    ("tf.global_variables_initializer()", "-", mark("Reset: new start weights")),
    ("tf.Session()", "@tf.function", mark("Graph: what is built and run")),
    ("for _ in range(1000):", "for step in range(1000):", mark("Train: 1,000 steps; Pace: how fast")),
    ("session.run(..., feed_dict={...})", "step(images, labels)", mark("Step: one batch of 100 images of Data")),
    ("tf.equal(tf.argmax(...), ...)", "tf.equal(tf.argmax(...), ...)", mark("Accuracy: the share that is read right")),
)


def post_table() -> QTreeWidget:
    """Return the lines as a table."""
    headings = (say("in the post"), say("today"), say("in this window"))
    table = parts.table(say("The post's lines beside today's"), headings)
    for post, today, place in LINES:
        QTreeWidgetItem(table, [post, today, said(place)])
    header = table.header()
    header.setStretchLastSection(True)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
