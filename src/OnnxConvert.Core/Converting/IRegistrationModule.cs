namespace OnnxConvert.Converting;

/// <summary>Adds the handlers, rewriters and optimizers of an assembly. Normally written by the source generator.</summary>
public interface IRegistrationModule
{
    /// <summary>Adds everything to <paramref name="registry"/>.</summary>
    void Register(RegistrationBuilder registry);
}
