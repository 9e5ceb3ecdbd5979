"""What is said of a hidden layer: its title, how many of its units are lit, and what the whole network is."""

from core.model.fixed_layers import Layer, Pooling, Scaling
from core.model.layers import Convolution
from core.words import say


def title(layer: Layer) -> str:
    """Return what the button of a hidden layer says."""
    if isinstance(layer, Convolution):
        return counted(layer.filters, has_maps=True)
    if isinstance(layer, Pooling | Scaling):
        return say("pooling") if isinstance(layer, Pooling) else say("scaling")
    return counted(layer.output_shape(())[0], has_maps=False)


def counted(count: int, *, has_maps: bool) -> str:
    """Return how many filters, which make maps, or units a layer has."""
    if count == 1:
        return say("1 filter") if has_maps else say("1 unit")
    return say("{filters} filters", filters=count) if has_maps else say("{units} units", units=count)


def layer_note(lit: int | None, units: int, name: str, is_exact: bool = True) -> str:
    """Say how many units are lit (None where nothing is drawn), and whether their bars add up to the logits exactly."""
    if lit is None:
        return say("Draw a digit to see which of them light up.")
    if not is_exact:
        return say("{lit} of {units} lit; bars: about what each adds to the {digit}.", lit=lit, units=units, digit=name)
    return say("{lit} of {units} lit; bars: what each adds to the {digit}.", lit=lit, units=units, digit=name)
