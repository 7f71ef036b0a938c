using Microsoft.CodeAnalysis;

namespace OnnxConvert.Generators;

public class DiagnosticsTests
{
    private const string Attribute = "[OpHandler(\"d\", \"A\")]";

    [TestCase("internal abstract", "Foo", "public void Convert(OpContext op) { }", "it is abstract")]
    [TestCase("internal sealed", "Foo<T>", "public void Convert(OpContext op) { }", "it is generic")]
    [TestCase("file sealed", "Foo", "public void Convert(OpContext op) { }", "generated code cannot see it; make it internal or public")]
    [TestCase("internal sealed", "Foo", "public Foo(int size) { } public void Convert(OpContext op) { }", "it has no public or internal constructor without parameters")]
    [TestCase("internal sealed", "Foo", "private Foo() { } public void Convert(OpContext op) { }", "it has no public or internal constructor without parameters")]
    public void OC0001_names_what_cannot_be_constructed(string modifiers, string name, string body, string reason)
    {
        Diagnostic diagnostic = Single(Sources.Handler(name, Attribute, modifiers, body));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostic.Id, Is.EqualTo("OC0001"));
            Assert.That(diagnostic.GetMessage(), Does.EndWith($"cannot be registered: {reason}"));
        }
    }

    [Test]
    public void OC0001_names_a_private_nested_class()
    {
        Diagnostic diagnostic = Single("""
            using OnnxConvert.Converting;
            public class Outer
            {
                [OpHandler("d", "A")]
                private sealed class Inner : IOpHandler { public void Convert(OpContext op) { } }
            }
            """);
        Assert.That(diagnostic.GetMessage(), Is.EqualTo("'Outer.Inner' cannot be registered: generated code cannot see it; make it internal or public"));
    }

    [TestCase("[OnnxConvert.Converting.OpHandler(\"d\", \"A\")] public class Foo;", "'Foo' is marked [OpHandler] but does not implement IOpHandler")]
    [TestCase("[OnnxConvert.Converting.Rewriter] public class Foo;", "'Foo' is marked [Rewriter] but does not implement IRewriter")]
    [TestCase("[OnnxConvert.Rewriting.Optimizer] public class Foo;", "'Foo' is marked [Optimizer] but does not implement IOptimizer")]
    public void OC0002_names_the_interface_that_is_missing(string source, string message)
    {
        Diagnostic diagnostic = Single(source);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostic.Id, Is.EqualTo("OC0002"));
            Assert.That(diagnostic.GetMessage(), Is.EqualTo(message));
        }
    }

    [Test]
    public void OC0003_names_both_handlers_of_one_operator_and_opset()
    {
        Diagnostic diagnostic = Single(Sources.Handler("First", Attribute), Sources.Handler("Second", Attribute), Sources.Handler("Third", "[OpHandler(\"d\", \"A\", MinOpset = 11)]"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostic.Id, Is.EqualTo("OC0003"));
            Assert.That(diagnostic.GetMessage(), Is.EqualTo("'Acme.Second' and 'Acme.First' both handle A from opset 0"));
        }
    }

    [TestCase(-1)]
    [TestCase(100)]
    public void OC0004_names_an_opset_that_cannot_exist(int opset)
    {
        Diagnostic diagnostic = Single(Sources.Handler("Foo", $"[OpHandler(\"d\", \"A\", MinOpset = {opset})]"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostic.Id, Is.EqualTo("OC0004"));
            Assert.That(diagnostic.GetMessage(), Does.Contain($"MinOpset = {opset}"));
        }
    }

    [Test]
    public void OC0005_names_every_pass_of_a_cycle()
    {
        GeneratorRun run = GeneratorRun.Of(Sources.Rewriter("A", "(Before = typeof(B))"), Sources.Rewriter("B", "(Before = typeof(A))"), Sources.Rewriter("C"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Diagnostics.Select(d => d.Id), Is.EqualTo(new[] { "OC0005", "OC0005" }));
            Assert.That(run.Diagnostics.Select(d => d.GetMessage()), Has.One.StartsWith("'Acme.A'").And.One.StartsWith("'Acme.B'"));
        }
    }

    [Test]
    public void An_error_points_at_the_name_of_the_class()
    {
        FileLinePositionSpan place = Single(Sources.Handler("Foo", Attribute, "internal abstract")).Location.GetLineSpan();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(place.Path, Is.EqualTo("Source0.cs"));
            Assert.That(place.StartLinePosition.ToString(), Is.EqualTo("3,24"));
        }
    }

    private static Diagnostic Single(params string[] sources)
    {
        Diagnostic diagnostic = GeneratorRun.Of(sources).Diagnostics.Single();
        Assert.That(diagnostic.Severity, Is.EqualTo(DiagnosticSeverity.Error));
        return diagnostic;
    }
}
