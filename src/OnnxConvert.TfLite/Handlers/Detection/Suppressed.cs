using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The numbers of the boxes that are left and their scores, each as long as was asked for and filled up with zeros, and how many are left, a scalar.</summary>
internal sealed record Suppressed(Value Boxes, Value Scores, Value Count);
