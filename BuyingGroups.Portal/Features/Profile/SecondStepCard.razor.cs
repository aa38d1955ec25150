using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace BuyingGroups.Portal.Features.Profile;

/// <summary>Switches the second step on and off, and shows the recovery codes once.</summary>
public sealed partial class SecondStepCard : ComponentBase
{
    IReadOnlyList<Refusal>? refusals;
    SecondStepSecret? secret;
    IReadOnlyList<string>? codes;
    string picture = "";
    string password = "";
    string code = "";

    [Parameter, EditorRequired] public UserProfile Profile { get; set; } = null!;

    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] Gateway Gateway { get; set; } = null!;

    async Task StartAsync()
    {
        var started = await Gateway.SendAsync(new StartSecondStep(password));
        (refusals, secret, password, code) = (started.Refusals, started.Value, "", "");
        if (secret is not null)
            picture = Picture(secret.Address);
    }

    async Task ConfirmAsync()
    {
        var confirmed = await Gateway.SendAsync(new ConfirmSecondStep(code));
        refusals = confirmed.Refusals;
        if (!confirmed.Succeeded)
            return;
        (secret, codes) = (null, confirmed.Value.Codes);
        await OnChanged.InvokeAsync();
    }

    async Task ReplaceAsync()
    {
        var made = await Gateway.SendAsync(new ReplaceRecoveryCodes(password));
        (refusals, codes, password) = (made.Refusals, made.Value?.Codes, "");
        await OnChanged.InvokeAsync();
    }

    async Task StopAsync()
    {
        var stopped = await Gateway.SendAsync(new StopSecondStep(password));
        (refusals, password) = (stopped.Refusals, "");
        await OnChanged.InvokeAsync();
    }

    static string Picture(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(6));
    }
}
