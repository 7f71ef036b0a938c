using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Core.Tests.Operators.Inference;

public class SizeExpressionTests
{
    [TestCase("N", "N", ExpectedResult = "2*N")]
    [TestCase("N", "M", ExpectedResult = "M+N")]
    [TestCase("2*N+1", "3", ExpectedResult = "2*N+4")]
    [TestCase("N-1", "1", ExpectedResult = "N")]
    [TestCase("floor(N/2)", "floor(N/2)", ExpectedResult = "2*floor(N/2)")]
    public string Sums(string a, string b) => Dims.Add(Size(a), Size(b)).ToString();

    [TestCase("N", "2", ExpectedResult = "2*N")]
    [TestCase("N+1", "N", ExpectedResult = "N+N*N")]
    [TestCase("M", "N", ExpectedResult = "M*N")]
    [TestCase("N", "0", ExpectedResult = "0")]
    public string Products(string a, string b) => Dims.Multiply(Size(a), Size(b)).ToString();

    [TestCase("6*N", "3", ExpectedResult = "2*N")]
    [TestCase("2*N*M+4*N", "2*N", ExpectedResult = "M+2")]
    [TestCase("N", "2", ExpectedResult = "?")]
    [TestCase("N+1", "N+1", ExpectedResult = "1")]
    public string Quotients(string a, string b) => Dims.Divide(Size(a), Size(b)).ToString();

    [Test]
    public void Long_sums_are_not_followed()
    {
        Dimension sum = "a";
        foreach (string name in (string[])["b", "c", "d", "e", "f", "g"])
            sum = Dims.Add(sum, name);
        Assert.That(sum, Is.EqualTo(Dimension.Unknown));
    }

    private static Dimension Size(string text) => long.TryParse(text, out long number) ? number : text;
}
