"""The tour: eight short lessons on what the tutorial's network is and does, each with one thing to do."""

from dataclasses import dataclass

from core.words import mark

MOST_WORDS = 80  # of a lesson's text: what is read before something is done


@dataclass(frozen=True, slots=True)
class Lesson:
    """One step of the tour; all but the name are marked texts, to be shown through `said`."""

    name: str
    title: str
    text: str
    task: str


LESSONS = (
    Lesson(
        "image",
        mark("An image is 784 numbers"),
        mark(
            "The network never sees a digit. It sees 28 rows of 28 numbers, 784 in all: 0 for paper, 1 for ink, and "
            "something between at the edges. What you draw is cut out, scaled to 20 × 20 and centred, because the "
            "images it learned from were made that way. Hold the pointer over the small picture to read the numbers."
        ),
        mark("Draw a digit on the canvas."),
    ),
    Lesson(
        "label",
        mark("A label is ten numbers"),
        mark(
            "To learn, the network needs the right answer for each image. It is written as ten numbers, one for each "
            "digit: a 1 where the digit is, 0 everywhere else. A 3 becomes 0 0 0 1 0 0 0 0 0 0. This is called "
            "one-hot. Training brings the ten numbers that the network says closer to these."
        ),
        mark("Open the Data tab and click an image."),
    ),
    Lesson(
        "graph",
        mark("First a graph, then the data"),
        mark(
            "TensorFlow first builds a graph: a plan of what is multiplied and added, with empty places for images. "
            "Then data flow through it. In the tutorial's days you fed placeholders in a session; today a Python "
            "function marked tf.function becomes the graph when it is first called. The network is the same."
        ),
        mark("Open the Network tab."),
    ),
    Lesson(
        "logits",
        mark("Every pixel has a vote"),
        mark(
            "For each digit there are 784 weights, one a pixel. Each pixel is multiplied by its weight, the products "
            "are added up, and a bias is added: the ten sums are called logits. Ink on a blue weight speaks for the "
            "digit, on an orange one against it. That is all this network does: it has a single layer."
        ),
        mark("With a digit on the canvas, open the Why tab."),
    ),
    Lesson(
        "softmax",
        mark("From sums to probabilities, and a cost"),
        mark(
            "Softmax turns the ten sums into ten probabilities, which add up to 1. The cost is minus the logarithm of "
            "the probability of the right digit: 0 if it was sure and right, 2.30 if it only guessed among ten, large "
            "if it was sure and wrong. This is cross-entropy; training makes it smaller."
        ),
        mark("Draw another digit and watch the ten bars."),
    ),
    Lesson(
        "gradient",
        mark("One step downhill"),
        mark(
            "The gradient says for each of the 7,850 weights and biases which way the cost would rise. A step moves "
            "all of them a little the other way; how far is the learning rate. Each step looks at 100 images only, so "
            "the cost jumps about on its way down."
        ),
        mark("Press Step."),
    ),
    Lesson(
        "thousand",
        mark("A thousand steps"),
        mark(
            "The tutorial's recipe starts from random weights and makes 1,000 such steps with a small learning rate. "
            "Watch the cost fall, and your digit being read better and better. It stops while it is still learning: "
            "the accuracy shows how much was left. Afterwards, drag the slider beneath the curves to go back in time."
        ),
        mark("Choose the recipe “As in the tutorial” and press Train."),
    ),
    Lesson(
        "hand",
        mark("Four questions, and your hand"),
        mark(
            "How accurate is it? The Accuracy curve and the Confusion tab say. When to stop? Read the sentence beneath "
            "the curve. How to improve it? Try the recipes, one after the other. What did it read, and why? See "
            "Mistakes and Why. And it learns how you write: tell it thirty times what you drew, then let it "
            "learn from that."
        ),
        mark("Draw a digit, then tell it which one it was."),
    ),
)
