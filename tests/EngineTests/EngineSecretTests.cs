using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.Secrets;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class EngineSecretTests : EngineTest
{
    private const string Canary = "canary-5417";

    [Fact]
    public async Task Secrets_are_encrypted_in_the_state_and_come_back_as_secrets()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["secret"] = PropertyValue.Secret(Canary) }));

        var files = Directory.GetFiles(Fixture.StateFolder, "*", SearchOption.AllDirectories).Select(File.ReadAllText);
        Assert.All(files, text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
        Assert.Equal(PropertyValue.Secret(Canary), Fixture.Engine.Load().Find("one")!.Outputs["secret"]);
    }

    [Fact]
    public async Task Secrets_are_not_shown()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["secret"] = PropertyValue.Secret("before") }));

        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["secret"] = PropertyValue.Secret(Canary) }));

        Assert.DoesNotContain(Canary, string.Join('\n', up.Steps), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, string.Join('\n', up.Diagnostics), StringComparison.Ordinal);
        Assert.Equal("[secret]", Assert.Single(up.StepOf("one").Changes).New!.ToString());
    }

    [Fact]
    public async Task NewValueOfASecretProperty_IsNotShown_EvenIfNotMarkedSecret()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["secret"] = PropertyValue.Secret("before") }));

        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.OneThing(new() { ["secret"] = Canary }));

        Assert.Equal("[secret]", Assert.Single(preview.StepOf("one").Changes).New!.ToString());
    }

    [Fact]
    public async Task Outputs_that_the_program_calls_secret_are_secret()
    {
        await Fixture.UpAsync(EngineFixture.OneThing([], new() { AdditionalSecretOutputs = ["serial"] }));

        Assert.Equal(PropertyKind.Secret, Fixture.Engine.Load().Find("one")!.Outputs["serial"].Kind);
    }

    [Fact]
    public async Task Secret_configuration_reaches_the_provider_as_a_secret_and_the_state_encrypted()
    {
        Fixture.Options = Fixture.Options with
        {
            Config = new Dictionary<string, PulumiNumbers.Engine.Projects.ConfigValue>(StringComparer.Ordinal)
            {
                ["fake:token"] = PulumiNumbers.Engine.Projects.ConfigValue.Secret(Canary),
                ["other:token"] = "of another package",
            },
        };

        await Fixture.UpAsync(EngineFixture.OneThing([]));

        Assert.Equal("1b47061264138c4ac30d75fd1eb44270", Fixture.Carrier.Configuration!.Fields["token"].StructValue.Fields["4dabf18193072939515e22adb298388d"].StringValue);
        Assert.Equal(["token"], Fixture.Carrier.Configuration.Fields.Keys);
        Assert.DoesNotContain(Canary, File.ReadAllText(Path.Combine(Fixture.StateFolder, "stacks", "numbers-test", "dev.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_salt_that_Pulumi_made_opens_with_its_passphrase()
    {
        // From the tests of Pulumi's own passphrase provider.
        const string Salt = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";

        var crypter = PassphraseCrypter.Open("password", Salt);

        Assert.Equal("a secret", crypter.Decrypt(crypter.Encrypt("a secret")));
        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => PassphraseCrypter.Open("password123", Salt));
    }

    [Fact]
    public void WrongPassphrase_IsReported()
    {
        var salt = PassphraseCrypter.Create("right").Salt!;

        var error = Assert.Throws<System.Security.Cryptography.CryptographicException>(() => PassphraseCrypter.Open("wrong", salt));

        Assert.Contains("not the one", error.Message, StringComparison.Ordinal);
    }
}
