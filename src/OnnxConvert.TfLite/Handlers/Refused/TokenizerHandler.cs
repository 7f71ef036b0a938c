
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Tokenizers and what else TensorFlow Text takes texts apart with.</summary>
[OpHandler(TfLiteOps.CustomDomain, "TFSentencepieceTokenizeOp", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "TFSentencepieceDetokenizeOp", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "tftext:WhitespaceTokenizer", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "tftext:custom:FastBertNormalize", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "tftext:custom:FastWordpieceTokenizeWithOffsets", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSentencepieceOp", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSentencepieceTokenizeOp", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSentencepieceTokenizeWithOffsetsOp", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSentencepieceDetokenizeOp", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSentencepieceVocabSizeOp", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexWhitespaceTokenizeWithOffsets", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexWordpieceTokenizeWithOffsets", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnicodeScriptTokenizeWithOffsets", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSplitMergeTokenizeWithOffsets", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRegexSplitWithOffsets", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexCaseFoldUTF8", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexNormalizeUTF8", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexNormalizeUTF8WithOffsetsMap", Restrictions = "refused: " + TokenizerHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSentenceFragments", Restrictions = "refused: " + TokenizerHandler.Reason)]
internal sealed class TokenizerHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "it takes texts apart by rules and vocabularies of its own, for which ONNX has no operator; tokenize before the model, and let it start behind that";
}
