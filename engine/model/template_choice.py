"""Chat templates to choose from for a model that brings none: the well-known ways to write a conversation.

Importing this needs no torch; `plan.py`, the Model page and the manual read the same register.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.errors import EngineError
from engine.nearest import nearest

_TURNS_OF_TEXT = (
    "{{% for message in messages %}}{{% if not loop.first %}}{{{{ '\\n\\n' }}}}{{% endif %}}"
    "{{% if message['role'] == 'assistant' %}}{{{{ '{reply}\\n' + message['content'] + eos_token }}}}"
    "{{% elif message['role'] == 'user' %}}{{{{ '{prompt}\\n' + message['content'] }}}}"
    "{{% else %}}{{{{ message['content'] }}}}{{% endif %}}{{% endfor %}}"
    "{{% if add_generation_prompt %}}{{{{ '\\n\\n{reply}\\n' }}}}{{% endif %}}"
)


@dataclass(frozen=True, slots=True)
class ChatTemplate:
    """One way to write a conversation.

    `needs` are tokens that the tokenizer must know as such, `end` is the one that ends a reply, empty for the
    tokenizer's own end token. `begins` says that the text writes its first token itself.
    """

    name: str
    title: str
    help_text: str
    text: str
    needs: tuple[str, ...] = ()
    end: str = ""
    begins: bool = False


CHAT_TEMPLATES: dict[str, ChatTemplate] = {
    template.name: template
    for template in (
        ChatTemplate(
            "chatml",
            "ChatML",
            "Of Qwen, SmolLM2 and many others. The usual choice where the model knows its marks.",
            "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] "
            "+ '<|im_end|>\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}",
            needs=("<|im_start|>", "<|im_end|>"),
            end="<|im_end|>",
        ),
        ChatTemplate(
            "llama3",
            "Llama 3",
            "Of Meta's Llama 3 family; its base models know the marks.",
            "{{ '<|begin_of_text|>' }}{% for message in messages %}{{ '<|start_header_id|>' + message['role'] "
            "+ '<|end_header_id|>\\n\\n' + (message['content'] | trim) + '<|eot_id|>' }}{% endfor %}"
            "{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{% endif %}",
            needs=("<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"),
            end="<|eot_id|>",
            begins=True,
        ),
        ChatTemplate(
            "gemma",
            "Gemma",
            "Of Google's Gemma family, which has no system role: it goes before the first question.",
            "{{ '<bos>' }}{% set first = messages[0] %}"
            "{% set system = first['content'] + '\\n\\n' if first['role'] == 'system' else '' %}"
            "{% for message in messages %}{% if message['role'] != 'system' %}"
            "{% set role = 'model' if message['role'] == 'assistant' else message['role'] %}"
            "{% set is_first = loop.index0 == (1 if system else 0) %}"
            "{{ '<start_of_turn>' + role + '\\n' + (system if is_first else '') + (message['content'] | trim) "
            "+ '<end_of_turn>\\n' }}{% endif %}{% endfor %}"
            "{% if add_generation_prompt %}{{ '<start_of_turn>model\\n' }}{% endif %}",
            needs=("<bos>", "<start_of_turn>", "<end_of_turn>"),
            end="<end_of_turn>",
            begins=True,
        ),
        ChatTemplate(
            "zephyr",
            "Zephyr",
            "Of Zephyr and TinyLlama: marks in plain letters, so any model can read it.",
            "{% for message in messages %}{{ '<|' + message['role'] + '|>\\n' + message['content'] + eos_token }}"
            "{{ '\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>\\n' }}{% endif %}",
        ),
        ChatTemplate(
            "alpaca",
            "Alpaca",
            "Headings in plain text, as in Stanford's Alpaca. Base models have seen many such texts.",
            _TURNS_OF_TEXT.format(prompt="### Instruction:", reply="### Response:"),
        ),
        ChatTemplate(
            "plain",
            "User and Assistant",
            "The speakers' names in plain text, nothing else.",
            _TURNS_OF_TEXT.format(prompt="User:", reply="Assistant:"),
        ),
    )
}


def suitable_templates(tokenizer: Any) -> tuple[str, ...]:
    """The names of those that a tokenizer has all tokens for; none when it has no end token of its own."""
    return tuple(name for name, template in CHAT_TEMPLATES.items() if not _missing(tokenizer, template))


def use_template(tokenizer: Any, name: str) -> None:
    """Have the tokenizer write conversations so, and end a reply as the template does.

    Raises `EngineError` when there is no such template, or the tokenizer does not know its tokens.
    """
    template = CHAT_TEMPLATES.get(name)
    if template is None:
        raise EngineError(f"There is no chat template called {name!r}.", nearest(name, list(CHAT_TEMPLATES)))
    missing = _missing(tokenizer, template)
    if missing:
        suitable = ", ".join(suitable_templates(tokenizer))
        raise EngineError(
            f"The chat template {template.title} needs {missing}, which this model's tokenizer does not know.",
            f"Choose one that it can write: {suitable}." if suitable else "Choose another model.",
        )
    begins = "" if template.begins or not _adds_first_token(tokenizer) else "{{ bos_token }}"
    tokenizer.chat_template = begins + template.text
    if template.end:
        tokenizer.eos_token = template.end


def _missing(tokenizer: Any, template: ChatTemplate) -> str:
    """What the tokenizer lacks for a template, in words; empty when nothing."""
    if not template.end and tokenizer.eos_token_id is None:
        return "an end token"
    unknown = [
        token
        for token in template.needs
        if len(tokenizer(token, add_special_tokens=False)["input_ids"]) != 1
        or tokenizer.convert_tokens_to_ids(token) in (None, tokenizer.unk_token_id)
    ]
    return " and ".join(unknown)


def _adds_first_token(tokenizer: Any) -> bool:
    ids: list[int] = tokenizer("a")["input_ids"]
    return tokenizer.bos_token_id is not None and bool(ids) and ids[0] == tokenizer.bos_token_id
