using System.Text;
using OnnxConvert.Ir;
using static OnnxConvert.OrtFormat.OptimizationLevel;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

/// <summary>LabelEncoders in a row. The inputs are 0 and 1.</summary>
public class LabelEncoderTests
{
    private static readonly NodeAttribute Zero = new("keys_int64s", [0]), ToTexts = new("values_strings", Texts("a")), FromTexts = new("keys_strings", Texts("a", "b"));

    [TestCase(4, true)]
    [TestCase(3, false)]
    public void Joins_tables_of_version_4(int version, bool fuses) => With(version, t => Encode(t, Encode(t, Zeros(t), Zero, new("values_int64s", [5])), new("keys_int64s", [5, -1]), new("values_int64s", [7, 8])))
        .Leaves(Basic, Encoders(fuses ? 1 : 2));

    [Test]
    public void Joins_tables_by_texts([Values("b", "c")] string otherwise) => With(4, t =>
        Encode(t, Encode(t, Zeros(t), Zero, ToTexts, new("default_string", otherwise)), FromTexts, new("values_int64s", [7, 8]), new("default_int64", 9L))).Leaves(Basic, Encoders(1));

    [Test]
    public void Joins_three_tables() => With(4, t =>
        Encode(t, Encode(t, Encode(t, Zeros(t), Zero, new("values_int64s", [3])), new("keys_int64s", [3]), ToTexts), FromTexts, new("values_int64s", [7, 8]))).Leaves(Basic, Encoders(1));

    [Test]
    public void Keeps_a_table_that_is_read_elsewhere() => With(4, t =>
    {
        Value first = Encode(t, Zeros(t), Zero, new("values_int64s", [5]));
        t.Output(first);
        return Encode(t, first, new("keys_int64s", [5]), new("values_int64s", [7]));
    }).Leaves(Basic, Encoders(2));

    [Test]
    public void Keeps_tables_of_floats() => With(4, t =>
        Encode(t, Encode(t, Zeros(t), Zero, new("values_floats", [0.5f])), new("keys_floats", [0.5f]), new("values_int64s", [7]))).Leaves(Basic, Encoders(2));

    private static string[] Encoders(int count) => [.. Enumerable.Repeat("LabelEncoder", count)];

    private static System.Collections.Immutable.ImmutableArray<ReadOnlyMemory<byte>> Texts(params string[] texts) => [.. texts.Select(text => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text))];

    private static Value Zeros(LevelTest t) => t.Input(ElementType.Int64, 2, 3);

    private static Value Encode(LevelTest t, Value x, params NodeAttribute[] attributes)
    {
        Node node = t.Graph.AddNode("LabelEncoder", [x], "ai.onnx.ml");
        foreach (NodeAttribute attribute in attributes)
            node.Attributes.Set(attribute);
        ElementType type = node.Attributes.Contains("values_strings") ? ElementType.String : node.Attributes.Contains("values_floats") ? ElementType.Float : ElementType.Int64;
        return node.AddOutput($"labels{t.Graph.Nodes.Count()}", new TensorType(type, x.Shape));
    }

    private static LevelTest With(int version, Func<LevelTest, Value> build)
    {
        var test = new LevelTest(18, version);
        return test.Output(build(test));
    }
}
