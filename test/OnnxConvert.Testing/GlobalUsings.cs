// The enumeration alone: its namespace has a Tensor of its own. Its numbers are those of TensorProto.DataType.
global using TensorElementType = Microsoft.ML.OnnxRuntime.Tensors.TensorElementType;
