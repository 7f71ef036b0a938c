namespace OnnxConvert.TfLite.Tests.Reading;

/// <summary>Whatever the bytes are, reading succeeds or throws one of the documented exceptions.</summary>
internal static class Documented
{
    public static void Check(Action read, string what)
    {
        try
        {
            read();
        }
        catch (OnnxConvertException e)
        {
            if (e.Message.Length == 0)
                Assert.Fail($"{what}: an exception without a message.");
        }
        catch (Exception e)
        {
            Assert.Fail($"{what}: {e}");
        }
    }
}
