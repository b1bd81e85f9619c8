//! Tells Zed how to start `hearsay lsp`; everything else is the server's.

use zed_extension_api::{self as zed, settings::LspSettings, Command, LanguageServerId, Result, Worktree};

struct HearsayExtension;

impl zed::Extension for HearsayExtension {
    fn new() -> Self {
        HearsayExtension
    }

    /// The program named in the settings under `lsp.hearsay.binary`, else the one on the path.
    fn language_server_command(&mut self, id: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let binary = LspSettings::for_worktree(id.as_ref(), worktree).ok().and_then(|settings| settings.binary);
        let (path, arguments) = match binary {
            Some(binary) => (binary.path, binary.arguments),
            None => (None, None),
        };
        let command = path
            .or_else(|| worktree.which("hearsay"))
            .ok_or("the program hearsay is not on the path; lsp.hearsay.binary.path in the settings can name it")?;
        Ok(Command {
            command,
            args: arguments.unwrap_or_else(|| vec!["lsp".into()]),
            env: worktree.shell_env(),
        })
    }

    /// What stands in the settings under `lsp.hearsay.settings` goes to the server as `hearsay`.
    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        let settings = LspSettings::for_worktree(id.as_ref(), worktree).ok().and_then(|settings| settings.settings);
        Ok(settings.map(|settings| zed::serde_json::json!({ "hearsay": settings })))
    }
}

zed::register_extension!(HearsayExtension);
