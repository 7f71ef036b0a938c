using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Takes the handler that resizes as TFLite's reference kernel does in place of the exact one.</summary>
internal sealed class ReferenceResizing : IRegistrationModule
{
    public void Register(RegistrationBuilder registry) =>
        registry.AddHandler(TfLiteOps.Domain, TfLiteOps.ResizeBilinear, new ReferenceResizeBilinearHandler());
}
