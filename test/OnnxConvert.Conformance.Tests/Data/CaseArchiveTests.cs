namespace OnnxConvert.Conformance.Data;

internal sealed class CaseArchiveTests
{
    [Test]
    public void Reads_every_case_of_the_hand_made_operators()
    {
        using var archive = new CaseArchive(SharedData.Require("cases", "rare.zip"));
        Assert.That(archive.Names, Has.Count.EqualTo(1040));
        foreach (string name in archive.Names)
        {
            var @case = archive.Read(name);
            Assert.That(@case.SkipReason, Is.Null, name);
            foreach (var step in @case.Steps)
                Assert.That(step.Inputs(), Has.Count.EqualTo(@case.InputQuantization.Count), name);
        }
    }

    [Test]
    public void The_next_sets_are_steps_of_a_stateful_model()
    {
        using var archive = new CaseArchive(SharedData.Require("cases", "rare.zip"));
        var @case = archive.Read("assign_variable__000");
        Assert.That(@case.Stateful, Is.True);
        Assert.That(@case.Steps, Has.Count.EqualTo(3));
    }

    [Test]
    public void Quantization_comes_from_the_model_itself()
    {
        using var archive = new CaseArchive(SharedData.Require("cases", "rare.zip"));
        var @case = archive.Read("abs__002");
        Assert.That(@case.InputQuantization[0], Is.EqualTo(new Quantization(0.05f, 3)));
        Assert.That(@case.Steps[0].Outputs[0].Quantization, Is.EqualTo(new Quantization(0.03f, -128)));
    }

    [Test]
    public void The_tf2onnx_suite_brings_its_own_bounds()
    {
        using var archive = new CaseArchive(SharedData.Require("cases", "tf2onnx-suite.zip"));
        var @case = archive.Read("BackendTests.test_Conv2DBackpropInput");
        Assert.That(@case.Rules.PerElement, Is.EqualTo((1e-7, 1e-5)));
    }
}
