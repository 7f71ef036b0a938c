
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Tests;

/// <summary>Entry points of the fixture with two of them.</summary>
internal sealed class SignatureTests
{
    private readonly TfLiteModel _model = TfLiteReader.Read(TestData.FixtureBytes("two-signatures"));

    [OneTimeTearDown]
    public void Dispose() => _model.Dispose();

    [Test]
    public void Each_signature_converts_with_its_own_names()
    {
        Assert.That(_model.Signatures, Has.Length.EqualTo(2));
        foreach (TfLiteSignature signature in _model.Signatures)
        {
            ConversionResult result = Converter.FromTfLite(_model).WithSignature(signature.Key).ToOnnx();
            Assert.That(result.Model.Graph.Inputs.Select(input => input.Name), Is.EquivalentTo(signature.Inputs.Select(input => input.Key)));
            Assert.That(result.Model.Graph.Outputs.Select(output => output.Name), Is.EquivalentTo(signature.Outputs.Select(output => output.Key)));
            Assert.That(() => StockRuntime.Check(result.ToBytes()), Throws.Nothing);
        }
    }

    [Test]
    public void Names_of_a_signature_are_those_that_options_are_given_with()
    {
        TfLiteSignature signature = _model.Signatures[^1];
        (string input, string output) = (signature.Inputs[0].Key, signature.Outputs[0].Key);
        ConversionResult result = Converter.FromTfLite(_model).WithSignature(signature.Key).Rename(input, "in").Rename(output, "out").ToOnnx();
        Assert.That(result.Model.Graph.Inputs.Select(value => value.Name), Does.Contain("in"));
        Assert.That(result.Model.Graph.Outputs.Select(value => value.Name), Does.Contain("out"));
    }

    [Test]
    public void An_unknown_key_names_the_known_ones() => Assert.That(
        () => Converter.FromTfLite(_model).WithSignature("nothing"),
        Throws.ArgumentException.With.Message.Contain($"'{_model.Signatures[0].Key}'"));

    [Test]
    public void Without_a_choice_the_report_tells_of_the_others() => Assert.That(
        Converter.FromTfLite(_model).ToOnnx().Report.Remarks, Has.Some.Contain("2 signatures"));
}
