using System.Globalization;
using System.Text;

namespace OnnxConvert.Operators.Schemas;

/// <summary>
/// Finds a schema's line in the data by domain, name and version. Only the positions of the lines are held;
/// a schema is parsed when it is first asked for, and kept.
/// </summary>
internal sealed class OperatorSchemaIndex
{
    private readonly Dictionary<(string Domain, string Name), (int First, int Count)> _operators = [];
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);
    private readonly List<Range> _lines = [];
    private readonly List<int> _versions = [];
    private readonly OperatorSchema?[] _parsed;

    private OperatorSchemaIndex()
    {
        ReadOnlySpan<byte> data = OperatorSchemaData.Schemas;
        foreach (Range line in data.Split((byte)'\n')) Add(line, data[line]);
        _parsed = new OperatorSchema?[_lines.Count];
    }

    /// <summary>The index over the generated data; made on first use, and never changed but for schemas parsed since.</summary>
    public static OperatorSchemaIndex Instance { get; } = new();

    public bool HasDomain(string domain) => _domains.Contains(domain);

    public OperatorSchema? Find(string domain, string name, long opset)
    {
        if (!_operators.TryGetValue((domain, name), out (int First, int Count) lines)) return null;
        for (int i = lines.First + lines.Count - 1; i >= lines.First; i--)
        {
            if (_versions[i] <= opset) return Schema(i);
        }
        return null;
    }

    public IEnumerable<OperatorSchema> All() => Enumerable.Range(0, _lines.Count).Select(Schema);

    // Lines are sorted by domain, name and version, so that those of an operator stand together.
    private void Add(Range range, ReadOnlySpan<byte> line)
    {
        Span<Range> fields = stackalloc Range[4];
        Split(line, fields);
        var key = (Encoding.UTF8.GetString(line[fields[0]]), Encoding.UTF8.GetString(line[fields[1]]));
        (int first, int count) = _operators.GetValueOrDefault(key, (_lines.Count, 0));
        _operators[key] = (first, count + 1);
        _domains.Add(key.Item1);
        _lines.Add(range);
        _versions.Add(int.Parse(line[fields[2]], CultureInfo.InvariantCulture));
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

    // Two threads may parse the same schema; both results are the same, and the first one stored stays.
    private OperatorSchema Schema(int line)
    {
        OperatorSchema? schema = Volatile.Read(ref _parsed[line]);
        if (schema is not null) return schema;
        schema = OperatorSchemaParser.Parse(Encoding.UTF8.GetString(OperatorSchemaData.Schemas[_lines[line]]));
        return Interlocked.CompareExchange(ref _parsed[line], schema, null) ?? schema;
    }
}
