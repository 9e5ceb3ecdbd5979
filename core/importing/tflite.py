"""TFLite's files, read as arrays and options by TensorFlow's own schema; no interpreter runs."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import DAMAGE, UserError, instead_of
from core.exporting.model_card import behind, stages_of
from core.importing.steps import NotPlainError, Step, layer_of, leaky_step
from core.machine.tensorflow import load_tensorflow
from core.model.activations import LINEAR, RELU, SIGMOID, SOFTMAX, Activation
from core.model.fixed_layers import Scaling
from core.model.whole_numbers import Codes, WholeLayer, WholeNumbers
from core.words import mark, say

SUFFIXES = (".tflite",)
MOST_OPERATORS = 100
TYPES = {0: "<f4", 1: "<f2", 2: "<i4", 3: "<u1", 9: "<i1", 10: "<f8", 4: "<i8"}  # of the schema's TensorType
UNSIGNED, SIXTEEN_BITS = 3, 7
SILENT = ("RESHAPE", "SQUEEZE", "EXPAND_DIMS", "QUANTIZE", "DEQUANTIZE", "SHAPE", "STRIDED_SLICE", "PACK", "CAST")
CHANGING = ("FULLY_CONNECTED", "CONV_2D", "ADD", "SUB", "SOFTMAX")  # which class is the likeliest
FUNCTIONS = {0: None, 1: RELU}  # of the schema's ActivationFunctionType; converters put no other into an operator


def read(path: Path) -> tuple[list[list[Step]], tuple[str, ...] | None]:
    """Return the steps of a TFLite file; raises as core.importing.models.Read says."""
    with instead_of((IndexError, *DAMAGE), UserError("{path} is not a TFLite model (.tflite).", path=path)):
        return [steps_in(path.read_bytes())], stages_of(behind(path), path)


def steps_in(data: bytes) -> list[Step]:
    """Return the steps in a file's bytes; raises NotPlainError, or what core.errors.DAMAGE lists."""
    load_tensorflow()
    from tensorflow.lite.python import schema_py_generated as schema

    if data[4:8] != b"TFL3":
        raise ValueError("not a TFLite file")
    return _Graph(schema, schema.Model.GetRootAs(data, 0)).steps()


class _Graph:
    """A file's only graph: its operators from the input on, and its tensors."""

    def __init__(self, schema: Any, model: Any) -> None:
        self._schema, self._model = schema, model
        self._graph = model.Subgraphs(0)
        self._padding = 0  # pixels, of a PAD before a convolution
        self._halves: dict[int, int] = {}  # tensors that are others, of half as many bits
        codes = schema.BuiltinOperator
        self._names: dict[int, str] = {value: name for name, value in vars(codes).items() if isinstance(value, int)}

    def steps(self) -> list[Step]:
        """Return what the operators do between the input and the first output; raises NotPlainError."""
        if not 0 < self._graph.OperatorsLength() <= MOST_OPERATORS or self._graph.InputsLength() != 1:
            raise NotPlainError(mark("layers that are not one behind the other"))
        found, whole, at = list[Step](), list[WholeLayer | None](), int(self._graph.Inputs(0))
        sums = shares = None
        for operator in map(self._graph.Operators, range(self._graph.OperatorsLength())):
            inputs = [int(operator.Inputs(each)) for each in range(min(operator.InputsLength(), 4))]
            name = self._name(operator)
            if found and found[-1].kind == "softmax":
                if name not in CHANGING:  # such as the number of the likeliest class
                    at = int(operator.Outputs(0)) if name in SILENT and at in inputs else at
                    continue
                whole.append(self._whole([Step("function", function=SOFTMAX)], [], sums, shares))
            if name in ("SHAPE", "STRIDED_SLICE", "PACK"):
                continue  # how many images there are
            if name == "DEQUANTIZE" and at not in inputs:  # of halves
                self._halves[int(operator.Outputs(0))] = inputs[0]
                continue
            if at not in inputs[:2]:
                raise NotPlainError(mark("layers that are not one behind the other"))
            made, before, at = self._step(name, operator, inputs, at), at, int(operator.Outputs(0))
            found += made
            if name == "SOFTMAX":
                sums, shares = self._codes(before), self._codes(at)
                continue
            codes = self._codes(before), self._codes(at)
            if found and name in ("QUANTIZE", "DEQUANTIZE"):
                whole.append(WholeLayer(Scaling(), (), None, *codes))
            whole += [self._whole(made, inputs, *codes)] if made else []
        return self._with_whole(found, whole, shares)

    def _with_whole(self, found: list[Step], whole: list[WholeLayer | None], shares: Codes | None) -> list[Step]:
        """Return the steps, of which the first says how some of them are computed with in whole numbers."""
        known = [each for each in whole if each is not None]
        if all(each.scales is None for each in known):
            return found
        types = {self._graph.Tensors(each).Type() for each in range(self._graph.TensorsLength())}
        if len(known) < len(whole) or SIXTEEN_BITS in types or found[-1].function == SIGMOID:
            return [replace(found[0], is_in_floats=True), *found[1:]]
        return [replace(found[0], whole=WholeNumbers(known, known[0].taken, shares)), *found[1:]]

    def _name(self, operator: Any) -> str:
        code = self._model.OperatorCodes(operator.OpcodeIndex())
        return self._names.get(max(code.BuiltinCode(), code.DeprecatedBuiltinCode()), "CUSTOM")

    def _step(self, name: str, operator: Any, inputs: list[int], at: int) -> list[Step]:
        readers: dict[str, Callable[[], list[Step]]] = {
            "FULLY_CONNECTED": lambda: self._dense(operator, inputs),
            "CONV_2D": lambda: self._convolution(operator, inputs),
            "MAX_POOL_2D": lambda: self._pooling(operator, "max"),
            "AVERAGE_POOL_2D": lambda: self._pooling(operator, "average"),
            "MEAN": lambda: self._mean(inputs),
            "MUL": lambda: self._scaling(operator, "MulOptions", inputs, at),
            "ADD": lambda: self._scaling(operator, "AddOptions", inputs, at),
            "SUB": lambda: self._scaling(operator, "SubOptions", inputs, at),
            "PAD": lambda: self._padded(inputs),
            "RELU": lambda: [Step("function")],
            "TANH": lambda: [Step("function", function=Activation("tanh"))],
            "LOGISTIC": lambda: [Step("function", function=Activation("sigmoid"))],
            "ELU": lambda: [Step("function", function=Activation("elu"))],
            "LEAKY_RELU": lambda: [leaky_step(self._options(operator, "LeakyReluOptions").Alpha())],
            "SOFTMAX": lambda: [Step("softmax")],
        }
        if self._padding and name != "CONV_2D":
            raise NotPlainError(say("a {kind!r}", kind="PAD"))
        if name in SILENT:
            return []
        if name not in readers:
            raise NotPlainError(say("a {kind!r}", kind=name))
        return readers[name]()

    def _dense(self, operator: Any, inputs: list[int]) -> list[Step]:
        options = self._options(operator, "FullyConnectedOptions")
        matrix = self._array(inputs[1]).T
        return [Step("dense", (matrix, self._bias(inputs, matrix))), *self._function(options)]

    def _convolution(self, operator: Any, inputs: list[int]) -> list[Step]:
        options = self._options(operator, "Conv2DOptions")
        kernel = self._array(inputs[1]).transpose(1, 2, 3, 0)
        pairs = kernel.shape[:2], (options.StrideW(), options.StrideH())
        if any(one != other for one, other in pairs) or (options.DilationHFactor(), options.DilationWFactor()) != (
            1,
            1,
        ):
            raise NotPlainError(mark("squares with unequal sides"))
        arrays = kernel, self._bias(inputs, kernel)
        if self._padding and options.Padding() == 0:
            raise NotPlainError(say("a {kind!r}", kind="PAD"))
        padding, self._padding = None if options.Padding() == 0 else self._padding, 0
        return [Step("convolution", arrays, len(kernel), options.StrideW(), padding), *self._function(options)]

    def _padded(self, inputs: list[int]) -> list[Step]:
        """Take the paper around an image for that of the convolution behind it."""
        pads = self._array(inputs[1])
        around = np.unique(pads[1:3])
        if pads.shape != (4, 2) or len(around) != 1 or pads[[0, 3]].any():
            raise NotPlainError(mark("squares with unequal sides"))
        self._padding = int(around[0])
        return []

    def _pooling(self, operator: Any, kind: str) -> list[Step]:
        options = self._options(operator, "Pool2DOptions")
        side, step = options.FilterWidth(), options.StrideW()
        if (side, step) != (options.FilterHeight(), options.StrideH()):
            raise NotPlainError(mark("squares with unequal sides"))
        padding = None if options.Padding() == 0 else 0
        return [Step("pooling", (), side, step, padding, kind), *self._function(options)]

    def _mean(self, inputs: list[int]) -> list[Step]:
        """Take the mean of rows and columns."""
        if sorted(self._array(inputs[1]).ravel().tolist()) != [1, 2]:
            raise NotPlainError(say("a {kind!r}", kind="MEAN"))
        return [Step("pooling", pooling="average")]

    def _scaling(self, operator: Any, kind: str, inputs: list[int], at: int) -> list[Step]:
        numbers = self._array(inputs[1] if inputs[0] == at else inputs[0]).astype(np.float64)
        if kind == "SubOptions" and inputs[0] != at:
            raise NotPlainError(say("a {kind!r}", kind="SUB"))
        summands = -numbers if kind == "SubOptions" else numbers
        arrays = (numbers, np.zeros(1)) if kind == "MulOptions" else (np.ones(1), summands)
        return [Step("scaling", arrays), *self._function(self._options(operator, kind))]

    def _whole(self, made: list[Step], inputs: list[int], *codes: Codes | None) -> WholeLayer | None:
        """Return an operator with the codes that it takes and gives; None where these are not computed with here."""
        step, (taken, given) = made[0], codes
        function = made[-1].function if made[-1].kind == "function" else LINEAR
        layer, has_codes = layer_of(step), codes != (None, None)
        if step.kind == "function" and taken and given:
            return WholeLayer(layer, (), None, taken, given, function)
        arrays = [np.asarray(each, np.float64) for each in step.arrays or (1, 0)]  # a ReLU alone
        if step.kind == "pooling":
            is_plain = taken == given or not step.side
            return WholeLayer(layer, (), None, taken, given, function) if is_plain else None
        scales = self._scales(inputs[1]) if step.kind in ("dense", "convolution") else None
        if scales is None or (taken is None) != (given is None):
            return None if scales or has_codes else WholeLayer(layer, tuple(arrays), function=function)
        units, summands = len(arrays[1]), self._scales(inputs[2]) if len(inputs) > 2 and inputs[2] >= 0 else None
        whole = np.rint(arrays[0] / scales[0]), arrays[1] if summands is None else np.rint(arrays[1] / summands[0])
        return WholeLayer(layer, whole, np.broadcast_to(scales[0], units).astype(np.float32), taken, given, function)

    def _codes(self, number: int) -> Codes | None:
        """Return what a tensor's whole numbers stand for; None for one of other numbers."""
        scales, is_unsigned = self._scales(number), self._graph.Tensors(number).Type() == UNSIGNED
        return None if scales is None else Codes(float(scales[0][0]), int(scales[1][0]) - 128 * is_unsigned)

    def _scales(self, number: int) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
        """Return the scales and zeros of a tensor's whole numbers; None for one of other numbers."""
        scaling = self._graph.Tensors(number).Quantization()
        if scaling is None or not scaling.ScaleLength():
            return None
        scales, zeros = (np.asarray(each, np.float64) for each in (scaling.ScaleAsNumpy(), scaling.ZeroPointAsNumpy()))
        return scales, np.broadcast_to(zeros if scaling.ZeroPointLength() else 0.0, scales.shape)

    def _options(self, operator: Any, kind: str) -> Any:
        """Return an operator's options of a kind; raises AttributeError where it has none."""
        options, table = getattr(self._schema, kind)(), operator.BuiltinOptions()
        options.Init(table.Bytes, table.Pos)
        return options

    def _function(self, options: Any) -> list[Step]:
        number = options.FusedActivationFunction()
        if number not in FUNCTIONS:
            named = (name for name, each in vars(self._schema.ActivationFunctionType).items() if each == number)
            raise NotPlainError(say("the function {name!r}", name=next(named, str(number))))
        function = FUNCTIONS[number]
        return [Step("function", function=function)] if function else []

    def _bias(self, inputs: list[int], kernel: NDArray[np.generic]) -> NDArray[np.generic]:
        return self._array(inputs[2]) if len(inputs) > 2 and inputs[2] >= 0 else np.zeros(kernel.shape[-1])

    def _array(self, number: int) -> NDArray[np.generic]:
        """Return the numbers of a constant tensor, whole numbers as what they stand for."""
        number = self._halves.get(number, number)
        tensor = self._graph.Tensors(number)
        data = self._model.Buffers(tensor.Buffer()).DataAsNumpy()
        if isinstance(data, int):
            raise NotPlainError(mark("layers that are not one behind the other"))
        shape = tensor.ShapeAsNumpy() if tensor.ShapeLength() else ()
        array = np.frombuffer(data.tobytes(), TYPES[tensor.Type()]).reshape(shape)
        found = self._scales(number)
        if found is None:
            return array
        along = tensor.Quantization().QuantizedDimension()
        sizes = [-1 if axis == along else 1 for axis in range(array.ndim)]
        scales, zeros = (each.reshape(sizes) for each in found)
        return np.asarray((array - zeros) * scales)
