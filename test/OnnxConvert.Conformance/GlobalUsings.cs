global using OnnxConvert.Testing;
global using OnnxConvert.Testing.Data;
global using OnnxConvert.Testing.Preparing;
global using OnnxConvert.Testing.Reporting;
global using OnnxConvert.Testing.Running;
global using OnnxConvert.Testing.Runtimes;
// The enumeration alone: its namespace has a Tensor of its own. Its numbers are those of TensorProto.DataType.
global using TensorElementType = Microsoft.ML.OnnxRuntime.Tensors.TensorElementType;
