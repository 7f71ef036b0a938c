global using OnnxConvert.Testing;
global using OnnxConvert.Testing.Comparing;
global using OnnxConvert.Testing.Data;
global using OnnxConvert.Testing.Preparing;
global using OnnxConvert.Testing.Reporting;
global using OnnxConvert.Testing.Running;
global using OnnxConvert.Testing.Runtimes;
global using TensorElementType = Microsoft.ML.OnnxRuntime.Tensors.TensorElementType;
