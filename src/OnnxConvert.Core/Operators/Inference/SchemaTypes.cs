using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>The element types that follow from an operator's schema alone: fixed ones, and those of an input under the same type variable.</summary>
internal static class SchemaTypes
{
    public static void Infer(InferenceCall c, OperatorSchema? schema)
    {
        for (int i = 0; schema is not null && i < c.OutputCount; i++)
        {
            if (schema.OutputAt(i) is { } output)
                c.Set(i, TypeOf(c, schema, output));
        }
    }

    private static OnnxType? TypeOf(InferenceCall c, OperatorSchema schema, OperatorParameter output)
    {
        if (output.TypeVariable is null)
            return Fixed(output);
        for (int i = 0; i < c.InputCount; i++)
        {
            if (schema.InputAt(i) is { IsHeterogeneous: false } input && input.TypeVariable == output.TypeVariable && c.TypeOf(i) is { } type)
                return type is TensorType tensor ? new TensorType(tensor.ElementType) : type;
        }

        return Fixed(output);
    }

    private static TensorType? Fixed(OperatorParameter output) =>
        output.AllowedTypes is [var name] && TypeNotation.ElementTypeOf(name) is { } type ? new TensorType(type) : null;
}
