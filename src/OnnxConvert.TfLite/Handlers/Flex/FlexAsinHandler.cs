
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Asin → Asin: the angle of a sine.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAsin")]
internal sealed class FlexAsinHandler() : UnaryHandler("Asin");
