using System.Text;

namespace OnnxConvert.Operators.Schemas;

/// <summary>
/// Finds the lines of an operator in the data by domain and name. Only their positions are held; the operator's definition
/// parses them when they are first asked for, and keeps what it got.
/// </summary>
internal sealed class OperatorSchemaIndex
{
    private readonly Dictionary<(string Domain, string Name), (int First, int Count)> _operators = [];
    private readonly List<Range> _lines = [];

    private OperatorSchemaIndex()
    {
        ReadOnlySpan<byte> data = OperatorSchemaData.Schemas;
        foreach (Range line in data.Split((byte)'\n')) Add(line, data[line]);
    }

    /// <summary>The index over the generated data; made on first use, and never changed.</summary>
    public static OperatorSchemaIndex Instance { get; } = new();

    /// <summary>Domain and name of all operators.</summary>
    public IEnumerable<(string Domain, string Name)> Operators => _operators.Keys;

    /// <summary>The versions of an operator, oldest first; none if it is not known.</summary>
    public IEnumerable<OperatorSchema> Versions(string domain, string name)
    {
        (int first, int count) = _operators.GetValueOrDefault((domain, name));
        return Enumerable.Range(first, count).Select(line => OperatorSchemaParser.Parse(Encoding.UTF8.GetString(OperatorSchemaData.Schemas[_lines[line]])));
    }

    // Lines are sorted by domain, name and version, so that those of an operator stand together.
    private void Add(Range range, ReadOnlySpan<byte> line)
    {
        Span<Range> fields = stackalloc Range[3];
        Split(line, fields);
        var key = (Encoding.UTF8.GetString(line[fields[0]]), Encoding.UTF8.GetString(line[fields[1]]));
        (int first, int count) = _operators.GetValueOrDefault(key, (_lines.Count, 0));
        _operators[key] = (first, count + 1);
        _lines.Add(range);
    }

    private static void Split(ReadOnlySpan<byte> line, Span<Range> fields)
    {
        int field = 0;
        foreach (Range range in line.Split((byte)'|'))
        {
            fields[field++] = range;
            if (field == fields.Length) return;
        }
    }
}
