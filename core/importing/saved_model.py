"""SavedModel folders: converted to TFLite by TensorFlow, after every operation in them was looked at."""

from pathlib import Path

from core.errors import DAMAGE, UserError, instead_of
from core.exporting.model_card import EXTRA, FILE as CARD, stages_of
from core.importing import tflite
from core.importing.steps import NotPlainError, Step
from core.machine.tensorflow import load_tensorflow, stderr_held_back
from core.words import say

FILE = "saved_model.pb"
LARGEST = 100_000_000  # bytes
# what networks are made of, and how TensorFlow finds their numbers; nothing that reads or writes other files
OPERATIONS = """
Add/AddV2/AssignVariableOp/AvgPool/BiasAdd/Cast/Const/Conv2D/DisableCopyOnRead/Elu/ExpandDims/FusedBatchNormV3/GatherV2
GreaterEqual/Identity/IdentityN/LeakyRelu/MatMul/MaxPool/Maximum/Mean/MergeV2Checkpoints/Mul/Neg/NoOp/Pack/Pad/PartitionedCall
Placeholder/PlaceholderWithDefault/Pow/RandomUniform/ReadVariableOp/RealDiv/Relu/Reshape/RestoreV2/Rsqrt/SaveV2/Select
SelectV2/Shape/ShardedFilename/Sigmoid/Softmax/Squeeze/StatefulPartitionedCall/StaticRegexFullMatch/StridedSlice/StringJoin
Sub/Tanh/Transpose/VarHandleOp/VarIsInitializedOp
"""


def read(path: Path) -> tuple[list[list[Step]], tuple[str, ...] | None]:
    """Return the steps of the model in a folder, or of its saved_model.pb; raises NotPlainError or UserError."""
    folder = path if path.is_dir() else path.parent
    if sum(each.stat().st_size for each in folder.rglob("*") if each.is_file()) > LARGEST:
        raise UserError("{path} is too large for a model of digits.", path=path)
    tensorflow = load_tensorflow()
    damage = (IndexError, OSError, tensorflow.errors.OpError, *DAMAGE)
    with instead_of(damage, UserError("{path} cannot be read by TensorFlow.", path=path)):
        _check((folder / FILE).read_bytes())
        steps = steps_in(folder)
    card = folder / EXTRA / CARD
    return [steps], stages_of(card.read_bytes() if card.is_file() else None, path)


def steps_in(folder: Path) -> list[Step]:
    """Return the steps of a SavedModel that does no harm; raises as core.importing.tflite.steps_in does."""
    tensorflow = load_tensorflow()
    from tensorflow.lite.python.convert_phase import ConverterError

    with stderr_held_back(is_shown=lambda _line: False):  # the converter writes to the file, past Python
        converter = tensorflow.lite.TFLiteConverter.from_saved_model(str(folder), ["serving_default"])
        try:
            data = converter.convert()
        except ConverterError:
            raise ValueError("layers that TFLite has not") from None
    return tflite.steps_in(data)


def _check(data: bytes) -> None:
    """Raise NotPlainError for operations of other kinds."""
    from google.protobuf.message import DecodeError
    from tensorflow.core.protobuf import saved_model_pb2

    try:
        graph = saved_model_pb2.SavedModel.FromString(data).meta_graphs[0].graph_def
    except DecodeError as error:
        raise ValueError("not a SavedModel") from error
    nodes = [*graph.node, *(node for function in graph.library.function for node in function.node_def)]
    foreign = sorted({node.op for node in nodes} - set(OPERATIONS.replace("/", "\n").split()))
    if foreign:
        raise NotPlainError(say("a {kind!r}", kind=", ".join(foreign[:4])[:60]))
