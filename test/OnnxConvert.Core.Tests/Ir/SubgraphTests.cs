using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class SubgraphTests
{
    private readonly TensorType _type = new(ElementType.Float, Shape.Of(2));

    [Test]
    public void Captured_values_are_those_of_outer_graphs_each_once()
    {
        Graph main = WithBranch(out Value x, out _, out Graph branch);
        Node inner = branch.AddNode("If", [x]);
        var deeper = new Graph("deeper");
        inner.Attributes.Set(new NodeAttribute("then_branch", deeper));
        Value y = main.AddInput("y", _type);
        deeper.AddOutput(y);
        deeper.AddNode("Neg", [branch.Nodes.First().Outputs[0]]);
        Assert.That(branch.CapturedValues(), Is.EqualTo(new[] { x, y }));
        Assert.That(deeper.CapturedValues(), Is.EqualTo(new[] { branch.Nodes.First().Outputs[0], y }));
        Assert.That(main.CapturedValues(), Is.Empty);
    }

    [Test]
    public void Inner_graphs_see_outer_values_and_not_the_other_way_round()
    {
        Graph main = WithBranch(out _, out _, out Graph branch);
        Assert.That((branch.CanSee(main), main.CanSee(branch), branch.CanSee(branch), main.CanSee(null)), Is.EqualTo((true, false, true, false)));
    }

    [Test]
    public void Removing_a_node_with_branches_releases_what_they_read()
    {
        Graph main = WithBranch(out Value x, out Node conditional, out Graph branch);
        branch.AddOutput(x);
        Assert.That((x.IsGraphOutput, x.Uses.Count), Is.EqualTo((true, 1)));
        main.Remove(conditional);
        Assert.That(x.IsUnused, Is.True);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void An_attribute_that_is_replaced_or_removed_releases_what_its_graph_read(bool isReplaced)
    {
        Graph main = WithBranch(out Value x, out Node conditional, out Graph branch);
        branch.AddOutput(x);
        if (isReplaced)
            conditional.Attributes.Set(new NodeAttribute("then_branch", new Graph("new")));
        else
            conditional.Attributes.Remove("then_branch");
        Assert.That((x.IsUnused, branch.Owner), Is.EqualTo((true, (Node?)null)));
        Assert.That(conditional.Subgraphs.Any(), Is.EqualTo(isReplaced));
    }

    [Test]
    public void A_graph_that_the_new_attribute_has_too_lives_on()
    {
        Graph main = WithBranch(out Value x, out Node conditional, out Graph branch);
        conditional.Attributes.Set(new NodeAttribute("then_branch", [branch, new Graph("second")]));
        Assert.That((x.Uses.Count, branch.Owner), Is.EqualTo((1, conditional)));
        conditional.Attributes.Set(new NodeAttribute("else_branch", branch));
        conditional.Attributes.Remove("then_branch");
        Assert.That((x.Uses.Count, branch.Owner), Is.EqualTo((1, conditional)));
    }

    [Test]
    public void A_branch_that_moved_to_another_node_outlives_the_first_one()
    {
        Graph main = WithBranch(out Value x, out Node conditional, out Graph branch);
        Node other = main.AddNode("If", [null]);
        other.Attributes.Set(new NodeAttribute("then_branch", branch));
        main.Remove(conditional);
        Assert.That((branch.Owner, x.Uses.Count, branch.Outputs.Count), Is.EqualTo((other, 1, 1)));
    }

    [Test]
    public void Replacing_all_uses_reaches_into_branches()
    {
        Graph main = WithBranch(out Value x, out _, out Graph branch);
        branch.AddOutput(x);
        Value y = main.AddInput("y", _type);
        Graph.ReplaceAllUses(x, y);
        Assert.That((branch.Nodes.First().Inputs[0], branch.Outputs[1], x.IsUnused), Is.EqualTo((y, y, true)));
    }

    [Test]
    public void Sorting_puts_what_a_branch_reads_before_its_owner()
    {
        Graph main = WithBranch(out Value x, out Node conditional, out Graph branch);
        Node late = main.AddNode("Neg", [x]);
        branch.Nodes.First().SetInput(0, late.AddOutput("late", _type));
        main.Sort();
        Assert.That(main.Nodes, Is.EqualTo(new[] { late, conditional }));
    }

    private Graph WithBranch(out Value x, out Node conditional, out Graph branch)
    {
        var main = new Graph("main");
        x = main.AddInput("x", _type);
        conditional = main.AddNode("If", [main.AddInput("c", new TensorType(ElementType.Bool, Shape.Scalar))]);
        branch = new Graph("branch");
        branch.AddOutput(branch.AddNode("Abs", [x]).AddOutput("a", _type));
        conditional.Attributes.Set(new NodeAttribute("then_branch", branch));
        return main;
    }
}
