
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SKIP_GRAM: the n-grams of a text, with words left out between.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SkipGram, Restrictions = "refused: it takes texts apart into combinations of words, for which ONNX has no operator")]
internal sealed class SkipGramHandler() : RefusedHandler("it takes texts apart into combinations of words, for which ONNX has no operator");
