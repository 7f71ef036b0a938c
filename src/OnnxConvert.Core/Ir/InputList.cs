using System.Collections;

namespace OnnxConvert.Ir;

/// <summary>The inputs of a node, each with its place among the uses of its value.</summary>
internal sealed class InputList : SmallList<InputList.Entry>, IReadOnlyList<Value?>
{
    Value? IReadOnlyList<Value?>.this[int index] => this[index].Value;

    IEnumerator<Value?> IEnumerable<Value?>.GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i].Value;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Value?>)this).GetEnumerator();

    internal record struct Entry(Value? Value, int UseIndex);
}
