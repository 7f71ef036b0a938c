using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    private const string MachineLearningDomain = "ai.onnx.ml";

    /// <summary>Looks elements up in a constant table, one of int64 or strings to the other.</summary>
    /// <param name="x">What to look up.</param>
    /// <param name="keys">Different keys.</param>
    /// <param name="values">What each key stands for.</param>
    /// <param name="otherwise">One element: what any other key stands for.</param>
    public Value LabelEncoder(Value x, TensorData keys, TensorData values, TensorData otherwise)
    {
        Value y = NodeOf(MachineLearningDomain, 2, "LabelEncoder", [x], 1, List("keys", keys), List("values", values), Single("default", otherwise))[0];
        y.Type = new TensorType(values.ElementType, x.Shape);
        return y;
    }

    private static NodeAttribute List(string name, TensorData data) => data is StringTensorData strings
        ? new NodeAttribute($"{name}_strings", strings.Values)
        : new NodeAttribute($"{name}_int64s", ImmutableArray.Create(data.AsSpan<long>()));

    private static NodeAttribute Single(string name, TensorData data) => data is StringTensorData strings
        ? new NodeAttribute($"{name}_string", strings.Values[0])
        : new NodeAttribute($"{name}_int64", data.AsSpan<long>()[0]);
}
