using System.Collections.Immutable;
using System.Globalization;

namespace OnnxConvert.OrtFormat;

/// <summary>
/// Reads configurations: <c>domain;version,…;Operator{types},…</c> lines, lines with <c>#</c> or <c>!</c>. Types that a file
/// gives for an operator in several places are put together (the reference keeps the last ones, so that files joined by
/// hand lose types); a place that gives none takes none away.
/// </summary>
internal sealed class ConfigurationReader(string source)
{
    public const string GloballyAllowedTypes = "!globally_allowed_types;";
    public const string NoneMeansAll = "!no_ops_specified_means_all_ops_are_required";

    // Every version of a line goes with every operator: what a small file can name this way grows with its square.
    private const int MostOperators = 100_000;

    private readonly ImmutableSortedSet<OperatorVersion>.Builder _operators = ImmutableSortedSet.CreateBuilder<OperatorVersion>();
    private readonly ImmutableDictionary<(string, string), OperatorTypes>.Builder _types = RequiredOperators.NoTypes.ToBuilder();
    private readonly ImmutableSortedSet<string>.Builder _namedTwice = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly ImmutableArray<string>.Builder _comments = ImmutableArray.CreateBuilder<string>();
    private ImmutableSortedSet<string>? _allowedTypes;
    private bool _noneMeansAll;

    public static RequiredOperators Read(IEnumerable<string> lines, string source)
    {
        var reader = new ConfigurationReader(source);
        int number = 0;
        foreach (string line in lines)
            reader.ReadLine(line.Trim(), ++number);
        return reader.Result();
    }

    private RequiredOperators Result()
    {
        if (_allowedTypes is not null && _types.Count > 0)
            throw new InvalidConfigurationException($"{source} gives types by operator and by {GloballyAllowedTypes[..^1]}; only one of both is possible.");
        return new RequiredOperators(_operators.ToImmutable(), _types.ToImmutable())
        {
            NoneMeansAll = _noneMeansAll, GloballyAllowedTypes = _allowedTypes, Comments = _comments.ToImmutable(),
            NamedTwice = _namedTwice.ToImmutable(),
        };
    }

    private void ReadLine(string line, int number)
    {
        if (line.Length == 0)
            return;
        if (line[0] == '#')
            _comments.Add(line[1..].TrimStart());
        else if (line[0] == '!')
            ReadDirective(line, number);
        else
            ReadOperators(line, number);
    }

    private void ReadDirective(string line, int number)
    {
        if (line == NoneMeansAll)
        {
            _noneMeansAll = true;
            return;
        }

        if (!line.StartsWith(GloballyAllowedTypes, StringComparison.Ordinal))
            throw Wrong(number, $"'{line}' is neither {GloballyAllowedTypes}TYPE,… nor {NoneMeansAll}");
        if (_allowedTypes is not null)
            throw Wrong(number, "the globally allowed types are there a second time");
        string[] types = line[GloballyAllowedTypes.Length..].Split(',', StringSplitOptions.TrimEntries);
        if (Array.Find(types, type => KernelTypeNames.Find(type) is null) is { } unknown)
            throw Wrong(number, $"'{unknown}' is no type; types are named float, int8_t, std::string, MLFloat16, …");
        _allowedTypes = OperatorTypes.Names(types);
    }

    private void ReadOperators(string line, int number)
    {
        string[] parts = line.Split(';', 3, StringSplitOptions.TrimEntries);
        if (parts.Length != 3 || parts[0].Length == 0)
            throw Wrong(number, $"'{line}' is not DOMAIN;VERSION,…;OPERATOR,…");
        int[] versions = [.. parts[1].Split(',').Select(version => ParseVersion(version, number)).Distinct()];
        foreach ((string opType, string? json) in Split(parts[2], number))
        {
            string domain = RequiredOperators.Plain(parts[0]);
            foreach (int version in versions)
                _operators.Add(new OperatorVersion(domain, opType, version));
            if (_operators.Count > MostOperators)
                throw Wrong(number, $"there are more than {MostOperators} operators");
            if (json is not null && ParseTypes(json, number) is { IsEmpty: false } types)
                AddTypes(domain, opType, types);
        }
    }

    private void AddTypes(string domain, string opType, OperatorTypes types)
    {
        if (!_types.TryGetValue((domain, opType), out OperatorTypes? present))
        {
            _types.Add((domain, opType), types);
            return;
        }

        _types[(domain, opType)] = present.Union(types);
        if (!present.Equals(types))
            _namedTwice.Add($"{(domain.Length == 0 ? OperatorVersion.OnnxDomain : domain)}.{opType}");
    }

    /// <summary>Operators are divided by commas, but for those inside of the braces behind a name.</summary>
    private IEnumerable<(string OpType, string? Json)> Split(string operators, int number)
    {
        int start = 0;
        while (start < operators.Length)
        {
            int end = operators.AsSpan(start).IndexOfAny(',', '{');
            end = end < 0 ? operators.Length : start + end;
            string opType = operators[start..end].Trim();
            if (opType.Length == 0)
                throw Wrong(number, $"an operator has no name in '{operators}'");
            string? json = null;
            if (end < operators.Length && operators[end] == '{')
            {
                int close = ClosingBrace(operators, end);
                if (close < 0)
                    throw Wrong(number, $"a brace behind {opType} is not closed");
                json = operators[end..(close + 1)];
                end = close + 1;
                if (!operators.AsSpan(end).TrimStart().StartsWith(',') && !operators.AsSpan(end).IsWhiteSpace())
                    throw Wrong(number, $"there is no comma behind the types of {opType}");
                end = Math.Max(operators.IndexOf(',', end), operators.AsSpan(end).IsWhiteSpace() ? operators.Length : 0);
            }

            yield return (opType, json);
            start = end + 1;
        }
    }

    private static int ClosingBrace(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return i;
        }

        return -1;
    }

    private OperatorTypes ParseTypes(string json, int number)
    {
        try
        {
            return OperatorTypesJson.Parse(json);
        }
        catch (FormatException exception)
        {
            throw new InvalidConfigurationException($"{source}, line {number}: {exception.Message}.", exception);
        }
    }

    private int ParseVersion(string text, int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version > 0
            ? version
            : throw Wrong(number, $"'{text}' is no version of an opset");

    private InvalidConfigurationException Wrong(int number, string what) => new(string.Create(CultureInfo.InvariantCulture, $"{source}, line {number}: {what}."));
}
