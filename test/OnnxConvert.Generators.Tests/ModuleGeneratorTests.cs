using Microsoft.CodeAnalysis;

namespace OnnxConvert.Generators;

public class ModuleGeneratorTests
{
    [Test]
    public void Writes_a_module_that_compiles_and_marks_the_assembly_with_it()
    {
        GeneratorRun run = GeneratorRun.Of(Sources.Handler("Foo", "[OpHandler(\"tflite.custom\", \"Foo\")]"), Sources.Rewriter("Bar"), Sources.Optimizer("Baz"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.CompilerMessages, Is.Empty);
            Assert.That(run.Source, Does.Contain("[assembly: global::OnnxConvert.Converting.RegistrationModule<global::Acme.Models.Generated.RegistrationModule>]"));
            Assert.That(run.Calls, Is.EqualTo(new[]
            {
                "registry.AddHandler(\"tflite.custom\", \"Foo\", new global::Acme.Foo(), 0, null);",
                "registry.Rewriters.Add(new global::Acme.Bar(), null, null);",
                "registry.Optimizers.Add(new global::Acme.Baz(), null, null);",
            }));
        }
    }

    [Test]
    public void Writes_opset_and_restrictions_of_every_attribute_in_the_order_of_operators_and_opsets()
    {
        GeneratorRun run = GeneratorRun.Of(
            Sources.Handler("Two", "[OpHandler(\"d\", \"B\", MinOpset = 13, Restrictions = \"no \\\"quotes\\\"\")]\n[OpHandler(\"d\", \"A\")]"),
            Sources.Handler("One", "[OpHandler(\"d\", \"B\")]"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.CompilerMessages, Is.Empty);
            Assert.That(run.Calls, Is.EqualTo(new[]
            {
                "registry.AddHandler(\"d\", \"A\", new global::Acme.Two(), 0, null);",
                "registry.AddHandler(\"d\", \"B\", new global::Acme.One(), 0, null);",
                "registry.AddHandler(\"d\", \"B\", new global::Acme.Two(), 13, \"no \\\"quotes\\\"\");",
            }));
        }
    }

    [Test]
    public void Puts_passes_of_the_assembly_in_the_order_that_Before_and_After_ask_for()
    {
        GeneratorRun run = GeneratorRun.Of(
            Sources.Optimizer("A", "(After = typeof(C))"),
            Sources.Optimizer("B"),
            Sources.Optimizer("C", "(After = typeof(B))"),
            Sources.Optimizer("D", "(Before = typeof(B))"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.CompilerMessages, Is.Empty);
            Assert.That(run.Calls.Select(call => call.Split("Acme.")[1][0]), Is.EqualTo("DBCA"));
            Assert.That(run.Calls, Has.All.EndsWith("(), null, null);"), "the order of the lines settles it");
        }
    }

    [Test]
    public void Leaves_the_place_beside_a_pass_of_another_assembly_to_the_pass_list()
    {
        GeneratorRun run = GeneratorRun.Of(Sources.Optimizer("A", "(After = typeof(OnnxConvert.Converter))"));
        Assert.That(run.Calls.Single(), Is.EqualTo("registry.Optimizers.Add(new global::Acme.A(), null, typeof(global::OnnxConvert.Converter));"));
    }

    [Test]
    public void Registers_records_nested_classes_and_parts_of_a_class_once()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using OnnxConvert.Converting;
            public static class Outer
            {
                [OpHandler("d", "Nested")]
                internal sealed record Nested : IOpHandler { public void Convert(OpContext op) { } }
            }
            [OpHandler("d", "Part")]
            public partial class Part : IOpHandler { }
            public partial class Part { public void Convert(OpContext op) { } }
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.CompilerMessages, Is.Empty);
            Assert.That(run.Calls, Is.EqualTo(new[]
            {
                "registry.AddHandler(\"d\", \"Nested\", new global::Outer.Nested(), 0, null);",
                "registry.AddHandler(\"d\", \"Part\", new global::Part(), 0, null);",
            }));
        }
    }

    [Test]
    public void Writes_nothing_for_an_assembly_that_marks_nothing() =>
        Assert.That(GeneratorRun.Of("public class Plain;").Source, Is.Null);

    [Test]
    public void An_unrelated_edit_computes_no_output_again()
    {
        GeneratorRun first = GeneratorRun.Of(Sources.Optimizer("A"), "public class Plain;");
        GeneratorRun second = first.AfterEdit(1, "public class Plain { public int Number; }");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.OutputReasons, Is.Not.Empty.And.All.EqualTo(IncrementalStepRunReason.New));
            Assert.That(second.OutputReasons, Is.Not.Empty.And.All.EqualTo(IncrementalStepRunReason.Cached));
            Assert.That(second.Source, Is.EqualTo(first.Source));
        }
    }

    [Test]
    public void An_edit_of_an_attribute_computes_the_output_again()
    {
        GeneratorRun first = GeneratorRun.Of(Sources.Handler("Foo", "[OpHandler(\"d\", \"A\")]"));
        GeneratorRun second = first.AfterEdit(0, Sources.Handler("Foo", "[OpHandler(\"d\", \"B\")]"));
        Assert.That(second.Calls.Single(), Does.Contain("\"B\""));
    }
}
