using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Attention;

/// <summary>Attention: heads either as a dimension, [batch, heads, sequence, size], or packed, [batch, sequence, heads * size].</summary>
[Defines("Attention")]
internal sealed class AttentionOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Shape? query = Heads(c.Shape(0), c.Int("q_num_heads", 0));
        Shape? key = Heads(c.Shape(1), c.Int("kv_num_heads", 0));
        Shape? value = Heads(c.Shape(2), c.Int("kv_num_heads", 0));
        Dimension past = !c.Has(4) ? 0 : c.Shape(4) is { Rank: 4 } p ? p[2] : Dimension.Unknown;
        Dimension total = key is null ? Dimension.Unknown : Dims.Add(past, key[2]);
        if (query is not null && value is not null)
        {
            bool isPacked = c.Shape(0)!.Rank == 3;
            c.Set(0, c.Type(0), isPacked
                ? new Shape(query[0], query[2], Dims.Multiply(query[1], value[3]))
                : new Shape(query[0], query[1], query[2], value[3]));
        }
        else
        {
            c.Set(0, c.Type(0), null);
        }

        c.Set(1, c.Type(1), key?.With(2, total));
        c.Set(2, c.Type(2), value?.With(2, total));
        c.Set(3, c.Type(0), query is null ? null : new Shape(query[0], query[1], query[2], total));
    }

    private static Shape? Heads(Shape? shape, long heads) => shape switch
    {
        { Rank: 4 } => shape,
        { Rank: 3 } when heads > 0 => new Shape(shape[0], heads, shape[1], Dims.Of(shape[2].Size / heads)),
        _ => null,
    };
}
