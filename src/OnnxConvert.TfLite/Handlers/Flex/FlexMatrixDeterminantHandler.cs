
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MatrixDeterminant → Det of square matrices (..., n, n).</summary>
/// <remarks>Det: 11 → 22 (bfloat16).</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixDeterminant", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatrixDeterminant", MinOpset = 11)]
internal sealed class FlexMatrixDeterminantHandler() : UnaryHandler("Det");
