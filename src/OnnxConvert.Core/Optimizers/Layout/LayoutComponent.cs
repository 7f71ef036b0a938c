namespace OnnxConvert.Optimizers.Layout;

/// <summary>
/// The tensors and operators that were reached from one transpose. Which side of the cut stands for which order is arbitrary
/// for each component, until it meets an older one: then it may have to be turned around as a whole.
/// </summary>
internal sealed class LayoutComponent
{
    private readonly HashSet<LayoutTensor> _tensors = [];
    private readonly List<LayoutOperation> _operations = [];
    private bool _hasMetAnother;

    internal void Start()
    {
        _tensors.Clear();
        _operations.Clear();
        _hasMetAnother = false;
    }

    internal void Add(LayoutTensor tensor) => _tensors.Add(tensor);

    internal void Add(LayoutOperation operation) => _operations.Add(operation);

    /// <summary>Brings the sides of an operator and the tensors around it into agreement with what is known of these tensors, if that can be.</summary>
    internal bool TryOrient(LayoutOperation operation, IReadOnlyList<(LayoutTensor Wanted, LayoutTensor? Known)> around)
    {
        bool agreesHere = true, meetsAnother = false, agreesThere = true, differsThere = true;
        foreach ((LayoutTensor wanted, LayoutTensor? known) in around)
        {
            if (known is null)
                continue;
            bool same = wanted.Flipped == known.Flipped;
            if (_tensors.Contains(known))
            {
                agreesHere &= same;
                continue;
            }

            meetsAnother = true;
            agreesThere &= same;
            differsThere &= !same;
        }

        if (!agreesHere || (!agreesThere && (!differsThere || _hasMetAnother)))
            return false;
        if (!agreesThere)
            Flip(operation, around.Where(tensor => tensor.Known is null).Select(tensor => tensor.Wanted));
        _hasMetAnother |= meetsAnother;
        return true;
    }

    private void Flip(LayoutOperation operation, IEnumerable<LayoutTensor> around)
    {
        foreach (LayoutTensor tensor in _tensors.Concat(around))
            tensor.Flip();
        foreach (LayoutOperation other in _operations)
            other.Flip();
        operation.Flip();
    }
}
