global using OnnxConvert.Testing.Comparing;
global using OnnxConvert.Testing.Preparing;
global using OnnxConvert.Testing.Reporting;
global using OnnxConvert.Testing.Running;
global using TensorElementType = Microsoft.ML.OnnxRuntime.Tensors.TensorElementType;
