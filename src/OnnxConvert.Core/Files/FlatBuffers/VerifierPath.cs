using System.Globalization;
using System.Text;

namespace OnnxConvert.Files.FlatBuffers;

/// <summary>Where the verifier is: the tables from the root on, with field and element. Turned into text only for an error.</summary>
internal sealed class VerifierPath(FlatBufferLayout layout, int capacity)
{
    private readonly Step[] _steps = new Step[capacity];
    private int _depth;

    public void Push(int table)
    {
        if (_depth == _steps.Length)
            throw new InvalidModelException($"The FlatBuffer is nested more than {_steps.Length} tables deep, {this}.");
        _steps[_depth++] = new Step(table, -1, -1);
    }

    public void Pop() => _depth--;

    public void Field(int id) => _steps[_depth - 1] = _steps[_depth - 1] with { Field = id, Element = -1 };

    public void Element(int index) => _steps[_depth - 1] = _steps[_depth - 1] with { Element = index };

    public override string ToString()
    {
        if (_depth == 0)
            return "at its root";

        var text = new StringBuilder("in ").Append(layout.TableName(_steps[0].Table));
        foreach (var step in _steps.AsSpan(0, _depth))
        {
            if (step.Field >= 0)
                text.Append('.').Append(layout.FieldName(step.Table, step.Field));
            if (step.Element >= 0)
                text.Append('[').Append(step.Element.ToString(CultureInfo.InvariantCulture)).Append(']');
        }

        return text.ToString();
    }

    private readonly record struct Step(int Table, int Field, int Element);
}
