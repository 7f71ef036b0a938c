using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Expected values follow from TensorFlow's definitions (list_ops) and TFLite's kernels (kernels/variants).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TensorListTests
{
    private readonly SourceGraphs _model = new();
    private Graph _main = null!;
    private Value _x = null!;

    private static readonly Shape Pair = Shape.Of(2);

    [SetUp]
    public void Start()
    {
        _main = _model.Add("main");
        _x = _main.Vector("x");
    }

    [TestCase("Flex", new[] { 2 })]
    [TestCase("", new[] { 2 })]
    [TestCase("Flex", new[] { -1 })]
    [TestCase("", new[] { -1 })]
    [TestCase("Flex", new int[0])]
    [TestCase("", new int[0])]
    public void Items_that_nobody_set_are_zeros(string origin, int[] itemSizes)
    {
        Value sizes = itemSizes.Length > 0 ? _main.Ints(itemSizes) : _main.Const(-1);
        Value list = _main.ListOp($"{origin}TensorListReserve", sizes, _main.Const(3));
        list = _main.ListOp($"{origin}TensorListSetItem", list, _main.Const(1), _x);
        _main.AddOutput(_main.ItemOp($"{origin}TensorListStack", ElementType.Float, null, list, sizes));
        Assert.That(Run(5, 6), Is.EqualTo(new float[] { 0, 0, 5, 6, 0, 0 }));
    }

    [TestCase(0, new[] { 0, 0f })]
    [TestCase(2, new[] { 5, 6f })]
    public void One_item_is_read(int index, float[] expected)
    {
        Value list = _main.ListOp("FlexTensorListSetItem", _main.Reserve(_main.Const(3), -1), _main.Const(2), _x);
        _main.AddOutput(_main.ItemOp("FlexTensorListGetItem", ElementType.Float, Pair, list, _main.Scalar("i", ElementType.Int32), _main.Ints(-1)));
        Assert.That(_model.Run([Feed(5, 6), Feed(index)])[0], Is.EqualTo(expected));
    }

    [Test]
    public void An_item_of_a_list_that_nobody_filled_has_the_sizes_that_its_reader_gives()
    {
        Value list = _main.Reserve(_main.Const(3), -1);
        Value item = _main.ItemOp("FlexTensorListGetItem", ElementType.Float, null, list, _main.Const(1), _main.Ints(2));
        _main.AddOutput(_main.Op(TfLiteOps.Add, [item, _x]));
        Assert.That(Run(5, 6), Is.EqualTo(new float[] { 5, 6 }));
    }

    [TestCase("Flex", 0, new[] { 1, 5, 6f })]
    [TestCase("", 0, new[] { 4, 0, 0, 0, 0, 0, 0, 5, 6f })]
    [TestCase("Flex", 1, new[] { 4, 0, 0, 0, 0, 0, 0, 5, 6f })]
    public void A_list_grows_up_to_an_index_where_it_may(string origin, int mayGrow, float[] expected)
    {
        // An index that lies within for the list that may not grow.
        Value list = _main.ListOp($"{origin}TensorListReserve", _main.Ints(2), _main.Const(1));
        list = _main.ListOp($"{origin}TensorListSetItem", list, _main.Const(expected.Length == 3 ? 0 : 3), _x);
        list.Producer!.Attributes.Set(new NodeAttribute("resize_if_index_out_of_bounds", (long)mayGrow));
        AddLengthAndItems(origin, list);
        Assert.That(Run(5, 6), Is.EqualTo(expected));
    }

    [Test]
    public void Items_are_pushed_and_popped([Values("Flex", "")] string origin)
    {
        Value list = _main.ListOp($"{origin}TensorListFromTensor", _main.Op(TfLiteOps.Pack, [_x, _x], ("values_count", 2)), _main.Ints(2));
        list = _main.ListOp($"{origin}TensorListPushBack", list, _main.Const(7f, 8));
        list = _main.ListOp($"{origin}TensorListPushBack", list, _main.Const(9f, 9));
        list = _main.ListOp($"{origin}TensorListPopBack", list, _main.Ints(-1));
        Value last = list.Producer!.AddOutput("last", new TensorType(ElementType.Float, Pair));
        Value items = _main.ItemOp($"{origin}TensorListStack", ElementType.Float, null, list, _main.Ints(2));
        _main.AddOutput(_main.Op(TfLiteOps.Concatenation, [_main.Op(TfLiteOps.Reshape, [items, _main.Ints(-1)]), last], ("axis", 0)));
        Assert.That(Run(5, 6), Is.EqualTo(new float[] { 5, 6, 5, 6, 7, 8, 9, 9 }));
    }

    [Test]
    public void A_list_that_is_empty_takes_items_of_any_shape()
    {
        Value list = _main.ListOp("FlexEmptyTensorList", _main.Const(-1), _main.Const(-1));
        AddLengthAndItems("Flex", _main.ListOp("FlexTensorListPushBack", list, _x));
        Assert.That(Run(5, 6), Is.EqualTo(new float[] { 1, 5, 6 }));
    }

    [TestCase(1, new[] { 1, 5, 6f })]
    [TestCase(3, new[] { 3, 5, 6, 5, 6, 0, 0f })]
    public void A_list_is_resized(int count, float[] expected)
    {
        AddLengthAndItems("Flex", _main.ListOp("FlexTensorListResize", TwoItems(), _main.Scalar("n", ElementType.Int32)));
        Assert.That(_model.Run([Feed(5, 6), Feed(count)])[0], Is.EqualTo(expected));
    }

    [TestCase("FlexTensorListScatter", 0, new[] { 4, 5, 6, 0, 0, 0, 0, 5, 6f })]
    [TestCase("FlexTensorListScatterV2", -1, new[] { 4, 5, 6, 0, 0, 0, 0, 5, 6f })]
    [TestCase("FlexTensorListScatterV2", 5, new[] { 5, 5, 6, 0, 0, 0, 0, 5, 6, 0, 0f })]
    public void Items_are_scattered(string opType, int count, float[] expected)
    {
        Value[] inputs = [Rows(), _main.Ints(3, 0), _main.Ints(-1)];
        AddLengthAndItems("Flex", _main.ListOp(opType, count == 0 ? inputs : [.. inputs, _main.Const(count)]));
        Assert.That(Run(5, 6), Is.EqualTo(expected));
    }

    [Test]
    public void Items_are_scattered_into_a_list()
    {
        Value list = _main.Reserve(_main.Const(2), 2);
        AddLengthAndItems("Flex", _main.ListOp("FlexTensorListScatterIntoExistingList", list, Rows(), _main.Ints(2, 0)));
        Assert.That(Run(5, 6), Is.EqualTo(new float[] { 3, 5, 6, 0, 0, 5, 6 }));
    }

    [Test]
    public void Items_are_gathered()
    {
        Value list = _main.ListOp("FlexTensorListSetItem", TwoItems(), _main.Const(0), _main.Const(1f, 2));
        _main.AddOutput(_main.ItemOp("FlexTensorListGather", ElementType.Float, null, list, _main.Ints(1, 0, 0), _main.Ints(2)));
        Assert.That(Run(5, 6), Is.EqualTo(new float[] { 5, 6, 1, 2, 1, 2 }));
    }

    [Test]
    public void Items_are_joined([Values("FlexTensorListConcat", "FlexTensorListConcatV2")] string opType)
    {
        Value joined = _main.ItemOp(opType, ElementType.Float, null, TwoItems());
        Value lengths = joined.Producer!.AddOutput("lengths", new TensorType(ElementType.Int64, null));
        _main.AddOutput(_main.Op(TfLiteOps.Concatenation, [joined, _main.Op(TfLiteOps.Cast, [lengths])], ("axis", 0)));
        Assert.That(Run(5, 6), Is.EqualTo(new float[] { 5, 6, 5, 6, 2, 2 }));
    }

    [Test]
    public void A_tensor_is_split_into_items()
    {
        Value x = _main.Op(TfLiteOps.Concatenation, [_x, _main.Const(7f, 8)], ("axis", 0));
        AddLengthAndItems("Flex", _main.ListOp("FlexTensorListSplit", x, _main.Ints(-1), _main.Ints(2, 2)));
        Assert.That(Run(5, 6), Is.EqualTo(new float[] { 2, 5, 6, 7, 8 }));
    }

    [Test]
    public void Parts_of_different_lengths_are_refused()
    {
        AddLengthAndItems("Flex", _main.ListOp("FlexTensorListSplit", _x, _main.Ints(-1), _main.Ints(1, 1, 0)));
        Assert.That(() => Run(5, 6), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("lengths 1, 1, 0"));
    }

    [Test]
    public void Lists_are_joined()
    {
        AddLengthAndItems("Flex", _main.ListOp("FlexTensorListConcatLists", TwoItems(), _main.ListOp("FlexTensorListPushBack", TwoItems(), _main.Const(1f, 2))));
        Assert.That(Run(5, 6), Is.EqualTo(new float[] { 5, 5, 6, 5, 6, 5, 6, 5, 6, 1, 2 }));
    }

    [TestCase("VariantAddN", new[] { 2, 6, 8, 10, 12f })]
    [TestCase("VariantZerosLike", new[] { 2, 0, 0, 0, 0f })]
    public void TFLites_lists_are_added_up(string opType, float[] expected)
    {
        Value list = _main.ListOp("TensorListSetItem", TwoItems(), _main.Const(0), _main.Const(1f, 2));
        AddLengthAndItems("", opType == "VariantAddN" ? _main.ListOp(opType, list, TwoItems()) : _main.ListOp(opType, list));
        Assert.That(Run(5, 6), Is.EqualTo(expected));
    }

    [TestCase(2, new[] { 2f, 5, 6 })]
    [TestCase(-1, new[] { -1f, 5, 6 })]
    public void The_sizes_of_items_are_open_until_the_first_one_comes(int size, float[] expected)
    {
        Value sizes = _main.ItemOp("FlexTensorListElementShape", ElementType.Int32, Shape.Of(1), _main.ListOp("FlexTensorListReserve", _main.Ints(size), _main.Const(2)));
        _main.AddOutput(_main.Op(TfLiteOps.Concatenation, [_main.Op(TfLiteOps.Cast, [sizes]), _x], ("axis", 0)));
        Assert.That(Run(5, 6), Is.EqualTo(expected));
    }

    [Test]
    public void TFLite_stacks_items_of_one_element_as_scalars([Values("Flex", "")] string origin)
    {
        Value list = _main.ListOp($"{origin}TensorListFromTensor", _main.Op(TfLiteOps.Reshape, [_x, _main.Ints(2, 1)]), _main.Ints(1));
        Value items = _main.ItemOp($"{origin}TensorListStack", ElementType.Float, null, list, _main.Ints(1));
        _main.AddOutput(_main.Op(TfLiteOps.Cast, [_main.ItemOp("FlexShape", ElementType.Int32, null, items)]));
        Assert.That(Run(5, 6), Is.EqualTo(origin.Length > 0 ? new float[] { 2, 1 } : [2]));
    }

    [TestCase(true, new[] { 2, 5, 6, 5, 6f })]
    [TestCase(false, new[] { 3, 5, 6, 5, 6, 5, 6f })]
    public void A_branch_may_change_a_list(bool condition, float[] expected)
    {
        (Graph then, Graph otherwise) = (_model.Add("then"), _model.Add("otherwise"));
        then.AddOutput(then.ListInput("list"));
        then.Vector("v");
        otherwise.AddOutput(otherwise.ListOp("FlexTensorListPushBack", otherwise.ListInput("list"), otherwise.Vector("v")));
        Node node = _main.Node(TfLiteOps.If, [_main.Scalar("c", ElementType.Bool), TwoItems(), _x], ("then_subgraph_index", 1), ("else_subgraph_index", 2));
        AddLengthAndItems("Flex", node.AddOutput("list", new OpaqueType(TfLiteOps.Domain, "variant")));
        Assert.That(_model.Run([Feed(5, 6), Feed(condition)])[0], Is.EqualTo(expected));
    }

    [Test]
    public void A_list_that_comes_from_outside_is_refused()
    {
        AddLengthAndItems("Flex", _main.ListInput("list"));
        Assert.That(() => Run(5, 6), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("must come from an operator"));
    }

    [Test]
    public void A_list_of_which_nothing_says_the_rank_is_refused()
    {
        _main.AddOutput(_main.Op(TfLiteOps.Cast, [_main.ItemOp("FlexTensorListLength", ElementType.Int32, Shape.Scalar, _main.ListOp("FlexTensorListReserve", _main.Const(-1), _main.Const(2)))]));
        Assert.That(() => Run(5, 6), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("rank"));
    }

    private Value Rows() => _main.Op(TfLiteOps.Pack, [_x, _x], ("values_count", 2));

    private Value TwoItems() => _main.ListOp("FlexTensorListFromTensor", Rows(), _main.Ints(2));

    private void AddLengthAndItems(string origin, Value list)
    {
        Value length = _main.Op(TfLiteOps.Cast, [_main.ItemOp($"{origin}TensorListLength", ElementType.Int32, Shape.Scalar, list)]);
        Value items = _main.ItemOp($"{origin}TensorListStack", ElementType.Float, null, list, _main.Const(-1));
        _main.AddOutput(_main.Op(TfLiteOps.Concatenation, [_main.Op(TfLiteOps.Reshape, [length, _main.Ints(1)]), _main.Op(TfLiteOps.Reshape, [items, _main.Ints(-1)])], ("axis", 0)));
    }

    private float[] Run(params float[] x) => _model.Run([Feed(x)])[0];
}
